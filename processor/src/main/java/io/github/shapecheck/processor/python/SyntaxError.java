package io.github.shapecheck.processor.python;

/**
 * A place in the forward text that is not in the language.
 *
 * @param message what is wrong there, in one line
 * @param hint what the language has instead, in one line; may be empty
 */
public record SyntaxError(String message, String hint, Span span) {
  /** What is wrong and what the language has instead. */
  public String told() {
    return hint.isEmpty() ? message : message + "; " + hint;
  }
}
