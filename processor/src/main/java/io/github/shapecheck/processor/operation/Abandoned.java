package io.github.shapecheck.processor.operation;

/**
 * Leaves a rule after a problem that makes its result unknown; always caught by the interpreter,
 * never seen by a user.
 */
public final class Abandoned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // Without a stack trace, one serves all.
  @SuppressWarnings("StaticAssignmentOfThrowable")
  static final Abandoned INSTANCE = new Abandoned();

  private Abandoned() {
    super(null, null, false, false);
  }
}
