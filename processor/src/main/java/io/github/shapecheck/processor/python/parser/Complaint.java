package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.Token.Kind;

/** Words the syntax errors. */
final class Complaint {

  private Complaint() {}

  /** A token where a value should stand. */
  static Unparsable noValue(Token found) {
    if (found.kind() == Kind.NAME && Keyword.isReserved(found.text())) {
      return new Unparsable(Keyword.error(found));
    }
    if (found.isSign("{")) {
      return new Unparsable(
          "dictionaries and sets are not part of the forward language",
          "return or pass on a tuple",
          found.span());
    }
    String message =
        found.kind() == Kind.END
            ? "a value is missing at the end of the statement"
            : "a value is missing before " + shown(found);
    return found.kind() == Kind.ERROR
        ? unreadable(found)
        : new Unparsable(message, "", found.span());
  }

  /** A token behind a complete statement. */
  static Unparsable afterStatement(Token found) {
    if (found.kind() == Kind.ERROR) {
      return unreadable(found);
    }
    if (found.kind() == Kind.NAME && Keyword.isForeign(found.text())) {
      return new Unparsable(Keyword.error(found));
    }
    if (found.closes()) {
      return new Unparsable(shown(found) + " closes no bracket", "", found.span());
    }
    if (found.isSign(":=")) {
      return new Unparsable("':=' is not part of the forward language", "use =", found.span());
    }
    return new Unparsable(
        shown(found) + " is not expected here",
        "statements stand one a line or are split by ;",
        found.span());
  }

  /** A token where a bracket should close or the next item follow. */
  static Unparsable inBrackets(Token opening, Token found) {
    boolean statement = found.kind() == Kind.NAME && Keyword.beginsStatement(found.text());
    if (found.kind() == Kind.END || (found.startsLine() && (statement || found.endsOperand()))) {
      return new Unparsable(shown(opening) + " is never closed", "", opening.span());
    }
    if (found.kind() == Kind.ERROR) {
      return unreadable(found);
    }
    if (found.kind() == Kind.NAME && Keyword.isReserved(found.text())) {
      return new Unparsable(Keyword.error(found));
    }
    if (found.closes()) {
      String message = shown(found) + " does not close the " + shown(opening);
      return new Unparsable(message, "", found.span());
    }
    return new Unparsable("a comma is missing before " + shown(found), "", found.span());
  }

  static Unparsable tooDeep(Span span) {
    return new Unparsable(
        "the expression is nested too deeply", "split it into several statements", span);
  }

  static Unparsable unreadable(Token error) {
    return new Unparsable(error.text(), "", error.span());
  }

  private static String shown(Token token) {
    return token.kind() == Kind.STRING ? "a string" : "'" + Ascii.of(token.text()) + "'";
  }
}
