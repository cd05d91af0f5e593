package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits Python text into tokens; what it cannot read becomes an error token. */
public final class Lexer {

  private final Source source;
  private final Dialect dialect;
  private final List<Token> tokens = new ArrayList<>();
  private final FormattedLexer formatted;
  private int indent;
  private boolean sawUnclosed;

  private Lexer(List<String> lines, Dialect dialect) {
    this.source = new Source(lines);
    this.dialect = dialect;
    this.formatted = new FormattedLexer(source, tokens);
  }

  /** The tokens of the text, with an END behind the last. */
  public static List<Token> lex(List<String> lines, Dialect dialect) {
    Lexer lexer = new Lexer(lines, dialect);
    boolean continued = false;
    while (lexer.source.hasLine()) {
      lexer.indent = continued || lexer.formatted.isOpen() ? -1 : lexer.source.indentation();
      continued = lexer.lexLine();
      lexer.source.nextLine();
    }
    int last = Math.max(lines.size(), 1);
    int end = lines.isEmpty() ? 0 : lines.get(last - 1).length();
    lexer.tokens.add(new Token(Kind.END, "", Span.of(last, end, end), 0));
    return lexer.tokens;
  }

  /** Reads the rest of the line; whether a backslash joins it to the next one. */
  private boolean lexLine() {
    while (!source.atLineEnd() || formatted.isOpen()) {
      if (formatted.inText()) {
        formatted.text();
      } else if (source.atLineEnd()) {
        if (!formatted.mayGoOn()) {
          formatted.abandon();
        }
        return false;
      } else if (source.at("#") || (source.at("//") && beginsComment())) {
        source.toLineEnd();
      } else if (source.at("\\") && source.isBlankFrom(source.column() + 1)) {
        return true;
      } else if (!source.skipSpace()) {
        lexToken();
        indent = -1;
      }
    }
    return false;
  }

  private void lexToken() {
    char c = source.charAt(0);
    StringScanner.Prefix prefix = StringScanner.Prefix.at(source.text(), source.column());
    if (prefix.isPresent() && prefix.formatted()) {
      formatted.open(prefix, indent);
    } else if (prefix.isPresent()) {
      lexString(prefix);
    } else if (Source.isWordPart(c) && followsDot()) {
      addTo(Kind.NAME, source.wordEnd(source.column()));
    } else if (isDigit(c) || (c == '.' && isDigit(source.charAt(1)) && !touchesOperand())) {
      lexNumber();
    } else if (Source.isWordPart(c)) {
      addTo(Kind.NAME, source.wordEnd(source.column()));
    } else if (!formatted.sign()) {
      lexSign();
    }
    if (formatted.isOpen() && tokens.get(tokens.size() - 1).text().equals(StringScanner.UNCLOSED)) {
      formatted.abandon();
    }
  }

  private void lexString(StringScanner.Prefix prefix) {
    // After one text without an end no other is looked for beyond its line: linear time.
    List<String> reach = sawUnclosed ? source.linesSoFar() : source.lines();
    StringScanner string = StringScanner.scan(reach, source.line(), prefix);
    boolean closed = string.error().isEmpty();
    sawUnclosed |= !closed && StringScanner.mark(source.text(), prefix.quote()).length() > 1;
    int line = source.line() + 1;
    Span span = new Span(line, source.column(), string.lastLine() + 1, string.end());
    add(closed ? prefix.bytes() ? Kind.BYTES : Kind.STRING : Kind.ERROR, string.text(), span);
    source.moveTo(string.lastLine(), string.end());
  }

  private void lexNumber() {
    NumberScanner number = NumberScanner.scan(source.text(), source.column());
    int end = source.wordEnd(number.end());
    String tail = source.text().substring(number.end(), end);
    if (number.kind() == Kind.ERROR || !(tail.isEmpty() || Keyword.isInner(tail))) {
      String written = source.text().substring(source.column(), end);
      add(Kind.ERROR, "'" + Ascii.of(written) + "' is not a number", source.spanTo(end));
      source.moveTo(end);
    } else {
      addTo(number.kind(), number.end());
    }
  }

  private void lexSign() {
    Optional<String> sign = Signs.at(source.text(), source.column());
    boolean rule = source.at("//==") && dialect == Dialect.FORWARD; // a comment such as //====
    if (sign.isPresent()) {
      String text = rule ? "//" : sign.get();
      add(Kind.SIGN, text, source.spanTo(source.column() + text.length()));
      source.moveTo(source.column() + text.length());
      return;
    }
    int end = source.column() + Character.charCount(source.text().codePointAt(source.column()));
    char c = source.charAt(0);
    while (end < source.text().length()
        && (source.text().charAt(end) == c || source.text().charAt(end) > 0x7F)) {
      end++;
    }
    String text = source.text().substring(source.column(), end);
    add(Kind.ERROR, "'" + Ascii.of(text) + "' does not belong here", source.spanTo(end));
    source.moveTo(end);
  }

  private void addTo(Kind kind, int end) {
    add(kind, source.text().substring(source.column(), end), source.spanTo(end));
    source.moveTo(end);
  }

  private void add(Kind kind, String tokenText, Span span) {
    tokens.add(new Token(kind, tokenText, span, indent));
  }

  private boolean beginsComment() {
    return dialect == Dialect.FORWARD && !followsOperand();
  }

  private boolean followsOperand() {
    return indent < 0 && !tokens.isEmpty() && tokens.get(tokens.size() - 1).endsOperand();
  }

  /** Whether an operand ends right here, so that a dot is an attribute's: {@code layer1.0}. */
  private boolean touchesOperand() {
    return followsOperand() && tokens.get(tokens.size() - 1).span().end() == source.column();
  }

  private boolean followsDot() {
    return indent < 0 && !tokens.isEmpty() && tokens.get(tokens.size() - 1).isSign(".");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
