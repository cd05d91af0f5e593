package io.github.shapecheck.processor.problem;

/**
 * An opaque token of something that the user declared: it travels with the declaration so that a
 * message can point at it. Only the compiler's side knows what is inside.
 */
public interface Origin {
  /** The origin of what no source declares, such as a model built in memory. */
  Origin NONE = new Origin() {};

  /**
   * Whether a message there is shown with its line: not where the declaration comes from a compiled
   * class.
   */
  default boolean hasSource() {
    return true;
  }
}
