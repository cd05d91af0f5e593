package io.github.shapecheck.checkpoint;

/** A file is no checkpoint, or one whose header contradicts itself. */
public final class CheckpointException extends Exception {
  private static final long serialVersionUID = 1;

  /** With what is wrong with the file. */
  public CheckpointException(String message) {
    super(message);
  }
}
