package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;

/** Words the syntax errors. */
public final class Complaint {

  private Complaint() {}

  /** A token where a value should stand. */
  public static Unparsable noValue(Token found) {
    return missing("a value", found);
  }

  /** A token where something else should stand. */
  public static Unparsable missing(String what, Token found) {
    if (found.kind() == Kind.ERROR) {
      return unreadable(found);
    }
    boolean end = found.kind() == Kind.END;
    String where = end ? " at the end of the statement" : " before " + shown(found);
    return new Unparsable(what + " is missing" + where, "", found.span());
  }

  /** A token behind a complete statement. */
  public static Unparsable afterStatement(Token found) {
    if (found.kind() == Kind.ERROR) {
      return unreadable(found);
    }
    if (found.closes()) {
      return new Unparsable(shown(found) + " closes no bracket", "", found.span());
    }
    String hint =
        found.isSign(":=")
            ? "use =; := stands inside brackets"
            : "statements stand one a line or are split by ;";
    return new Unparsable(shown(found) + " is not expected here", hint, found.span());
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
    if (found.closes()) {
      String message = shown(found) + " does not close the " + shown(opening);
      return new Unparsable(message, "", found.span());
    }
    return new Unparsable("a comma is missing before " + shown(found), "", found.span());
  }

  /** A word such as {@code else} that goes on with nothing. */
  public static Unparsable noBlockBefore(Token word) {
    String before =
        switch (word.text()) {
          case "elif" -> "'if'";
          case "else" -> "'if', 'for', 'while' or 'try'";
          default -> "'try'";
        };
    String hint = "it is indented as the line that it belongs to";
    return new Unparsable(shown(word) + " stands behind no " + before, hint, word.span());
  }

  /** The head of a block without one. */
  public static Unparsable noBlock(Token head) {
    String hint = "indent the statements that belong to it";
    return new Unparsable(shown(head) + " has no block", hint, head.span());
  }

  public static Unparsable tooDeep(Span span) {
    return new Unparsable(
        "the expression is nested too deeply", "split it into several statements", span);
  }

  static Unparsable unreadable(Token error) {
    return new Unparsable(error.text(), "", error.span());
  }

  /** A token as messages quote it. */
  public static String shown(Token token) {
    return switch (token.kind()) {
      case STRING, BYTES, FORMATTED, FORMATTED_TEXT, FORMATTED_END -> "a string";
      default -> "'" + Ascii.of(token.text()) + "'";
    };
  }
}
