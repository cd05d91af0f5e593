package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Span;

/**
 * A word, number, string or sign of the forward text.
 *
 * @param text a string's value, an error's message, else as written
 * @param startsLine whether it is the first of its line, which may end the statement before it
 */
record Token(Kind kind, String text, Span span, boolean startsLine) {

  enum Kind {
    NAME,
    INT,
    FLOAT,
    STRING,
    SIGN,
    ERROR,
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  boolean opens() {
    return kind == Kind.SIGN && (text.equals("(") || text.equals("[") || text.equals("{"));
  }

  boolean closes() {
    return kind == Kind.SIGN && (text.equals(")") || text.equals("]") || text.equals("}"));
  }

  /** Whether an operand may end with it, so that an operator may follow. */
  boolean endsOperand() {
    return switch (kind) {
      case INT, FLOAT, STRING -> true;
      case NAME -> !Keyword.isReserved(text);
      case SIGN -> closes();
      case ERROR, END -> false;
    };
  }
}
