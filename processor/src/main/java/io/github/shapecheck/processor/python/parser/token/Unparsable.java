package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.SyntaxError;

/** Carries a syntax error from the place where it is seen to the statement's recovery. */
public final class Unparsable extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient SyntaxError error;

  public Unparsable(SyntaxError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  public Unparsable(String message, String hint, Span span) {
    this(new SyntaxError(message, hint, span));
  }

  public SyntaxError error() {
    return error;
  }
}
