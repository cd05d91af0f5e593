package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits the forward text into tokens; what it cannot read becomes an error token. */
final class Lexer {

  /** Longest first. */
  private static final String[] SIGNS = {
    "...", "**=", "//=", "<<=", ">>=", "**", "//", "<<", ">>", "<=", ">=", "==", "!=", ":=", "->",
    "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", "+", "-", "*", "/", "%", "@", "&", "|",
    "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "="
  };

  private final List<String> lines;
  private final List<Token> tokens = new ArrayList<>();
  private String text = "";
  private int line;
  private int at;
  private boolean startsLine;
  private boolean sawUnclosed;

  private Lexer(List<String> lines) {
    this.lines = lines;
  }

  /** The tokens of the text, with an END behind the last. */
  static List<Token> lex(List<String> lines) {
    Lexer lexer = new Lexer(lines);
    boolean continued = false;
    while (lexer.line < lines.size()) {
      lexer.text = lines.get(lexer.line);
      lexer.at = 0;
      lexer.startsLine = !continued;
      continued = lexer.lexLine();
      lexer.line++;
    }
    int last = Math.max(lines.size(), 1);
    int end = lines.isEmpty() ? 0 : lines.get(last - 1).length();
    lexer.tokens.add(new Token(Kind.END, "", Span.of(last, end, end), true));
    return lexer.tokens;
  }

  /** Reads the rest of the line; whether a backslash joins it to the next one. */
  private boolean lexLine() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (c == '#' || (text.startsWith("//", at) && !followsOperand())) {
        return false;
      } else if (c == '\\' && isBlankFrom(at + 1)) {
        return true;
      } else {
        lexToken(c);
        startsLine = false;
      }
    }
    return false;
  }

  private void lexToken(char c) {
    int quote = StringScanner.quoteAt(text, at);
    if (quote >= 0) {
      // After one string without an end no other is looked for beyond its line: linear time.
      List<String> reach = sawUnclosed ? lines.subList(0, line + 1) : lines;
      StringScanner string = StringScanner.scan(reach, line, quote);
      sawUnclosed |= !string.error().isEmpty();
      Span span = new Span(line + 1, at, string.lastLine() + 1, string.end());
      add(string.error().isEmpty() ? Kind.STRING : Kind.ERROR, string.text(), span);
      line = string.lastLine();
      text = lines.get(line);
      at = string.end();
    } else if (isWordPart(c) && followsDot()) {
      addTo(Kind.NAME, wordEnd(at));
    } else if (isDigit(c) || (c == '.' && isDigit(charAt(at + 1)) && !touchesOperand())) {
      lexNumber();
    } else if (isWordPart(c)) {
      addTo(Kind.NAME, wordEnd(at));
    } else {
      lexSign(c);
    }
  }

  private void lexNumber() {
    NumberScanner number = NumberScanner.scan(text, at);
    int end = wordEnd(number.end());
    if (end > number.end()) {
      String written = text.substring(at, end);
      add(Kind.ERROR, "'" + Ascii.of(written) + "' is not a number", Span.of(line + 1, at, end));
      at = end;
    } else {
      addTo(number.isFloat() ? Kind.FLOAT : Kind.INT, end);
    }
  }

  private void lexSign(char c) {
    for (String sign : SIGNS) {
      boolean rule = sign.equals("//=") && charAt(at + 3) == '='; // a comment such as //====
      if (sign.charAt(0) == c && text.startsWith(sign, at) && !rule) {
        add(Kind.SIGN, sign, Span.of(line + 1, at, at + sign.length()));
        at += sign.length();
        return;
      }
    }
    int end = at + Character.charCount(text.codePointAt(at));
    while (end < text.length() && (text.charAt(end) == c || text.charAt(end) > 0x7F)) {
      end++;
    }
    String message = "'" + Ascii.of(text.substring(at, end)) + "' does not belong here";
    add(Kind.ERROR, message, Span.of(line + 1, at, end));
    at = end;
  }

  private void addTo(Kind kind, int end) {
    add(kind, text.substring(at, end), Span.of(line + 1, at, end));
    at = end;
  }

  private void add(Kind kind, String tokenText, Span span) {
    tokens.add(new Token(kind, tokenText, span, startsLine));
  }

  private boolean followsOperand() {
    return !startsLine && !tokens.isEmpty() && tokens.get(tokens.size() - 1).endsOperand();
  }

  /** Whether an operand ends right here, so that a dot is an attribute's: {@code layer1.0}. */
  private boolean touchesOperand() {
    return followsOperand() && tokens.get(tokens.size() - 1).span().end() == at;
  }

  private boolean followsDot() {
    return !startsLine && !tokens.isEmpty() && tokens.get(tokens.size() - 1).isSign(".");
  }

  private boolean isBlankFrom(int from) {
    int end = from;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end == text.length();
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
