package io.github.shapecheck.processor.python.parser;

import static io.github.shapecheck.processor.python.BinaryOperator.COMPARISON_PRECEDENCE;
import static io.github.shapecheck.processor.python.BinaryOperator.FLOOR_DIVIDE;
import static io.github.shapecheck.processor.python.BinaryOperator.POWER;
import static io.github.shapecheck.processor.python.BinaryOperator.SIGN_PRECEDENCE;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Binary;
import io.github.shapecheck.processor.python.Expression.Comparison;
import io.github.shapecheck.processor.python.Expression.Starred;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Expression.Unary;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.UnaryOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Parses operators by precedence climbing; nesting is bounded so that no stack overflows. */
final class ExpressionParser {

  /** How many levels of brackets, signs and powers may stand in one another. */
  static final int DEEPEST = 200;

  /** How high a tree may grow along a chain such as {@code a + b + c}. */
  static final int HIGHEST = 400;

  private static final Map<String, BinaryOperator> BINARY = new HashMap<>();
  private static final Map<String, ComparisonOperator> COMPARISONS = new HashMap<>();
  private static final Map<String, UnaryOperator> UNARY = new HashMap<>();

  static {
    for (BinaryOperator operator : BinaryOperator.values()) {
      BINARY.put(operator.symbol(), operator);
    }
    for (ComparisonOperator operator : ComparisonOperator.values()) {
      if (!Character.isLetter(operator.symbol().charAt(0))) {
        COMPARISONS.put(operator.symbol(), operator);
      }
    }
    for (UnaryOperator operator : UnaryOperator.values()) {
      UNARY.put(operator.symbol(), operator);
    }
  }

  private final Tokens tokens;
  private final DoubleSlash doubleSlash;
  private final OperandParser operands;
  private boolean bare;
  private int depth;
  private int height;

  /**
   * @param known the names that have a value so far, growing as statements are parsed
   */
  ExpressionParser(Tokens tokens, Set<String> known) {
    this.tokens = tokens;
    this.doubleSlash = new DoubleSlash(tokens, known);
    this.operands = new OperandParser(tokens, this);
  }

  /** What a statement begins with: targets, or an expression whose value is not assigned. */
  Expression head() throws Unparsable {
    return outermost(true);
  }

  /** What stands behind {@code =} or {@code return}. */
  Expression value() throws Unparsable {
    return outermost(false);
  }

  private Expression outermost(boolean isBare) throws Unparsable {
    bare = isBare;
    depth = 0;
    height = 0;
    return list();
  }

  /** One expression, or a tuple of several with commas between them. */
  Expression list() throws Unparsable {
    Expression first = item();
    if (!tokens.peek().isSign(",")) {
      if (first instanceof Starred) {
        throw new Unparsable("* stands before an item of a list", "", first.span());
      }
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    int highest = height;
    while (tokens.take(",") && !atEnd()) {
      items.add(item());
      highest = Math.max(highest, height);
    }
    grow(highest, first.span());
    return new TupleDisplay(List.copyOf(items), first.span().to(tokens.last().span()));
  }

  /** An expression, or one with a star in front of it. */
  Expression item() throws Unparsable {
    Span star = tokens.peek().span();
    if (!tokens.take("*")) {
      return expression();
    }
    Expression value = expression();
    return new Starred(value, star.to(value.span()));
  }

  Expression expression() throws Unparsable {
    return nested(0);
  }

  /** How high the tree of the last parsed expression is. */
  int height() {
    return height;
  }

  /** Notes that a node stands on parts of the given height. */
  void grow(int partHeight, Span span) throws Unparsable {
    height = partHeight + 1;
    if (height > HIGHEST) {
      throw Complaint.tooDeep(span);
    }
  }

  private boolean atEnd() {
    Token next = tokens.peek();
    return next.kind() == Token.Kind.END
        || tokens.atClosing()
        || next.isSign("=")
        || next.isSign(";");
  }

  private Expression nested(int precedence) throws Unparsable {
    if (depth >= DEEPEST) {
      throw Complaint.tooDeep(tokens.peek().span());
    }
    depth++;
    Expression result = climb(precedence);
    depth--;
    return result;
  }

  private Expression climb(int precedence) throws Unparsable {
    Expression left = operand();
    while (true) {
      Token sign = tokens.peek();
      Optional<BinaryOperator> operator = binary(left, sign, precedence);
      if (operator.isPresent()) {
        left = binary(left, operator.get());
      } else if (COMPARISONS.containsKey(sign.text()) && precedence <= COMPARISON_PRECEDENCE) {
        left = comparison(left);
      } else {
        return left;
      }
    }
  }

  /** The binary operator that comes next and binds at least so tightly. */
  private Optional<BinaryOperator> binary(Expression left, Token sign, int precedence) {
    BinaryOperator operator = sign.kind() == Token.Kind.SIGN ? BINARY.get(sign.text()) : null;
    if (operator == null || operator.precedence() < precedence) {
      return Optional.empty();
    }
    if (operator == FLOOR_DIVIDE && !doubleSlash.divides(left, bare)) {
      tokens.skipLine();
      return Optional.empty();
    }
    return Optional.of(operator);
  }

  private Expression binary(Expression left, BinaryOperator operator) throws Unparsable {
    int leftHeight = height;
    Span sign = tokens.next().span();
    // A power groups from the right, and a sign behind it binds more tightly than the power.
    boolean fromRight = operator == POWER;
    Expression right = nested(fromRight ? SIGN_PRECEDENCE : operator.precedence() + 1);
    grow(Math.max(leftHeight, height), sign);
    return new Binary(left, operator, right, sign);
  }

  private Expression comparison(Expression left) throws Unparsable {
    int leftHeight = height;
    Token sign = tokens.next();
    Expression right = nested(COMPARISON_PRECEDENCE + 1);
    if (COMPARISONS.containsKey(tokens.peek().text())) {
      throw new Unparsable(
          "a chain of comparisons is not part of the forward language",
          "join two comparisons with &",
          tokens.peek().span());
    }
    grow(Math.max(leftHeight, height), sign.span());
    ComparisonOperator operator = COMPARISONS.get(sign.text());
    return new Comparison(left, Objects.requireNonNull(operator), right, sign.span());
  }

  private Expression operand() throws Unparsable {
    Token sign = tokens.peek();
    UnaryOperator operator = sign.kind() == Token.Kind.SIGN ? UNARY.get(sign.text()) : null;
    if (operator == null) {
      return operands.operand();
    }
    tokens.next();
    Expression operand = nested(SIGN_PRECEDENCE);
    grow(height, sign.span());
    return new Unary(operator, operand, sign.span().to(operand.span()));
  }
}
