package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.SyntaxError;

/** Carries a syntax error from the place where it is seen to the statement's recovery. */
final class Unparsable extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient SyntaxError error;

  Unparsable(SyntaxError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  Unparsable(String message, String hint, Span span) {
    this(new SyntaxError(message, hint, span));
  }

  SyntaxError error() {
    return error;
  }
}
