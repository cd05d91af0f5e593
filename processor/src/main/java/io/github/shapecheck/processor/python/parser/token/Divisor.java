package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what follows {@code //} on its line: could it be the rest of an expression? */
final class Divisor {

  /** Words between the operands of an expression in brackets. */
  private static final Set<String> JOINING = Set.of("if", "else", "and", "or");

  private final List<Token> tokens;
  private final int from;
  private final boolean inBrackets;
  private int at;
  private int depth;

  private Divisor(List<Token> tokens, int from, boolean inBrackets) {
    this.tokens = tokens;
    this.from = from;
    this.at = from;
    this.inBrackets = inBrackets;
  }

  /** Looks from the token behind the {@code //} on. */
  static Divisor read(List<Token> tokens, int from, boolean inBrackets) {
    return new Divisor(tokens, from, inBrackets);
  }

  /** The first token, if it is a single word or other words follow. */
  Optional<String> word() {
    boolean alone = !onLine(from + 1) || tokens.get(from + 1).isSign(";");
    return kind(from) == Kind.NAME && (alone || kind(from + 1) == Kind.NAME)
        ? Optional.of(tokens.get(from).text())
        : Optional.empty();
  }

  /** Whether operands and operators alternate up to the line's end, the next {@code //} or ;. */
  boolean isWhole() {
    boolean operand = false;
    if (inBrackets && !onLine(at)) {
      return at < tokens.size() && begins(tokens.get(at)); // it goes on in the next line
    }
    if (!onLine(at) || kind(at) == Kind.STRING || tokens.get(at).isSign("[")) {
      return false;
    }
    for (; onLine(at); at++) {
      Token token = tokens.get(at);
      if (operand && depth == 0 && ends(token)) {
        return true;
      }
      boolean joins = inBrackets && depth > 0 && operand && JOINING.contains(token.text());
      if (joins) {
        operand = false;
        continue;
      }
      if (operand ? !follows(token) : !begins(token)) {
        return false;
      }
      operand = operandAfter(token);
    }
    return operand ? depth == 0 || inBrackets : inBrackets || depth > 0;
  }

  private boolean ends(Token token) {
    boolean closes = token.closes() || token.isSign(",") || token.isSign(":") || token.isSign("!");
    boolean head = token.isSign(":") && !onLine(at + 1);
    boolean word = token.kind() == Kind.NAME && Keyword.isInner(token.text());
    return head || word || token.isSign("//") || token.isSign(";") || (inBrackets && closes);
  }

  private boolean begins(Token token) {
    return switch (token.kind()) {
      case NAME -> !Keyword.isReserved(token.text());
      case INT, FLOAT, IMAGINARY -> true;
      case STRING, BYTES, FORMATTED -> depth > 0;
      case SIGN ->
          switch (token.text()) {
            case "(", "[", "-", "+", "~", "*", "..." -> true;
            case ")", "]", ":" -> depth > 0;
            default -> false;
          };
      case FORMATTED_TEXT, FORMATTED_END, ERROR, END -> false;
    };
  }

  private boolean follows(Token token) {
    return token.kind() == Kind.SIGN
        && switch (token.text()) {
          case "{", "}", ";", ":=", "->", "~", "..." -> false;
          case ")", "]", ":", "=" -> depth > 0;
          default -> !token.text().endsWith("=") || isComparison(token.text());
        };
  }

  private boolean operandAfter(Token token) {
    if (token.opens()) {
      depth++;
    } else if (token.closes()) {
      depth--;
      return true;
    }
    return token.kind() != Kind.SIGN || token.isSign("...");
  }

  private static boolean isComparison(String sign) {
    return sign.equals("==") || sign.equals("!=") || sign.equals("<=") || sign.equals(">=");
  }

  private Kind kind(int index) {
    return onLine(index) ? tokens.get(index).kind() : Kind.END;
  }

  private boolean onLine(int index) {
    return index < tokens.size()
        && tokens.get(index).kind() != Kind.END
        && tokens.get(index).span().line() == tokens.get(from - 1).span().line();
  }
}
