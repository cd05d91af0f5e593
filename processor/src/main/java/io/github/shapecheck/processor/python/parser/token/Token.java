package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.Span;

/**
 * A word, number, string or sign of Python text.
 *
 * @param text a string's value, an error's message, else as written
 * @param indent how far its line is indented if it is the first of a line, which may end the
 *     statement before it; else -1
 */
public record Token(Kind kind, String text, Span span, int indent) {

  public enum Kind {
    NAME,
    INT,
    FLOAT,
    IMAGINARY,
    STRING,
    BYTES,
    /** What opens an f-string; its texts, and its values between braces, follow up to the end. */
    FORMATTED,
    FORMATTED_TEXT,
    FORMATTED_END,
    SIGN,
    ERROR,
    END
  }

  public boolean startsLine() {
    return indent >= 0;
  }

  public boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  public boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  /** Whether it is a word that can be a variable. */
  public boolean isName() {
    return kind == Kind.NAME && !Keyword.isReserved(text);
  }

  public boolean opens() {
    return kind == Kind.SIGN && (text.equals("(") || text.equals("[") || text.equals("{"));
  }

  public boolean closes() {
    return kind == Kind.SIGN && (text.equals(")") || text.equals("]") || text.equals("}"));
  }

  /** Whether an operand may end with it, so that an operator may follow. */
  boolean endsOperand() {
    return switch (kind) {
      case INT, FLOAT, IMAGINARY, STRING, BYTES, FORMATTED_END -> true;
      case NAME -> !Keyword.isReserved(text);
      case SIGN -> closes();
      case FORMATTED, FORMATTED_TEXT, ERROR, END -> false;
    };
  }
}
