package io.github.shapecheck.processor.python.parser.token;

/** Which of two kinds of text is read. */
public enum Dialect {
  /**
   * The strings of {@code @Forward}, as people paste them: {@code //} may begin a comment, the
   * outermost lines are indented anyhow, annotations are left out.
   */
  FORWARD,

  /** A whole Python file. */
  MODULE
}
