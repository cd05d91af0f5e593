package io.github.shapecheck.processor.python.parser.expression;

import static io.github.shapecheck.processor.python.BinaryOperator.FLOOR_DIVIDE;
import static io.github.shapecheck.processor.python.BinaryOperator.LOOSEST;
import static io.github.shapecheck.processor.python.BinaryOperator.POWER;
import static io.github.shapecheck.processor.python.BinaryOperator.SIGN_PRECEDENCE;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Binary;
import io.github.shapecheck.processor.python.Expression.Name;
import io.github.shapecheck.processor.python.Expression.NamedExpression;
import io.github.shapecheck.processor.python.Expression.Starred;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Expression.Unary;
import io.github.shapecheck.processor.python.Expression.Yield;
import io.github.shapecheck.processor.python.Expression.YieldFrom;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.UnaryOperator;
import io.github.shapecheck.processor.python.parser.token.Dialect;
import io.github.shapecheck.processor.python.parser.token.DoubleSlash;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses operators by precedence climbing; nesting is bounded so that no stack overflows. */
public final class ExpressionParser extends Expressions {
  private static final Map<String, BinaryOperator> BINARY = new HashMap<>();
  private static final Map<String, UnaryOperator> UNARY = new HashMap<>();

  static {
    for (BinaryOperator operator : BinaryOperator.values()) {
      BINARY.put(operator.symbol(), operator);
    }
    for (UnaryOperator operator : UnaryOperator.values()) {
      UNARY.put(operator.symbol(), operator);
    }
  }

  private final Tokens tokens;
  private final Optional<DoubleSlash> doubleSlash;
  private final OperandParser operands;
  private final LogicParser logic;
  private boolean bare;

  public ExpressionParser(Tokens tokens, Context context) {
    super(tokens);
    this.tokens = tokens;
    this.doubleSlash =
        context.dialect() == Dialect.FORWARD
            ? Optional.of(new DoubleSlash(tokens, context.known()))
            : Optional.empty();
    this.operands = new OperandParser(tokens, this, context);
    this.logic = new LogicParser(tokens, this);
  }

  /** What a statement begins with: targets, or an expression whose value is not assigned. */
  public Expression head() throws Unparsable {
    begin(true);
    return list();
  }

  /** What stands behind {@code =} or {@code return}. */
  public Expression value() throws Unparsable {
    begin(false);
    return list();
  }

  /** A condition or the like: one expression, perhaps with a walrus. */
  public Expression single() throws Unparsable {
    begin(false);
    return named();
  }

  /** What a loop or a {@code with} assigns. */
  @Override
  public Expression targets() throws Unparsable {
    Expression first = target();
    return tokens.peek().isSign(",") ? tuple(first, this::target) : first;
  }

  /** Forgets what an error broke off. */
  public void reset() {
    begin(false);
  }

  private void begin(boolean isBare) {
    bare = isBare;
    beginAnew();
  }

  /** One expression, or a tuple of several with commas between them, or a {@code yield}. */
  @Override
  Expression list() throws Unparsable {
    if (tokens.peek().isWord("yield")) {
      return yielded();
    }
    Expression first = item();
    if (tokens.peek().isSign(",")) {
      return tuple(first, this::item);
    }
    if (first instanceof Starred) {
      throw new Unparsable("* stands before an item of a list", "", first.span());
    }
    return first;
  }

  /** Parses one of the items between commas. */
  interface ItemParser {
    Expression parse() throws Unparsable;
  }

  private Expression tuple(Expression first, ItemParser parser) throws Unparsable {
    List<Expression> items = new ArrayList<>(List.of(first));
    int highest = height();
    while (tokens.take(",") && !atListEnd()) {
      items.add(parser.parse());
      highest = Math.max(highest, height());
    }
    grow(highest, first.span());
    return new TupleDisplay(List.copyOf(items), first.span().to(tokens.last().span()));
  }

  private boolean atListEnd() {
    Token next = tokens.peek();
    boolean sign = next.isSign("=") || next.isSign(":") || next.isSign("}") || next.isSign("!");
    return tokens.atEnd() || tokens.atClosing() || sign || next.isWord("in");
  }

  private Expression yielded() throws Unparsable {
    Token word = tokens.next();
    enter();
    Expression result;
    if (tokens.takeWord("from")) {
      result = new YieldFrom(expression(), tokens.since(word));
    } else {
      plain();
      Expression value = atListEnd() || tokens.peek().isSign(")") ? null : list();
      result = new Yield(value, tokens.since(word));
    }
    leave();
    grow(height(), word.span());
    return result;
  }

  /** An expression, or one with a star in front of it; inside brackets perhaps with a walrus. */
  @Override
  public Expression item() throws Unparsable {
    Span star = tokens.peek().span();
    if (!tokens.take("*")) {
      return tokens.depth() > 0 ? named() : expression();
    }
    Expression value = expression();
    return new Starred(value, star.to(value.span()));
  }

  /** One of the things that a loop assigns. */
  public Expression target() throws Unparsable {
    Span star = tokens.peek().span();
    boolean starred = tokens.take("*");
    Expression value = nested(LOOSEST);
    return starred ? new Starred(value, star.to(value.span())) : value;
  }

  /** An expression or {@code name := expression}. */
  Expression named() throws Unparsable {
    Expression first = expression();
    if (!(first instanceof Name name) || !tokens.take(":=")) {
      return first;
    }
    NamedExpression result = new NamedExpression(name, expression());
    grow(height(), result.span());
    return result;
  }

  /** Anything but a list, a star or a walrus. */
  @Override
  public Expression expression() throws Unparsable {
    enter();
    Expression result = logic.expression();
    leave();
    return result;
  }

  /** An expression without {@code if} and {@code lambda}, unless in brackets. */
  @Override
  Expression disjunction() throws Unparsable {
    enter();
    Expression result = logic.disjunction();
    leave();
    return result;
  }

  /** Operators that bind at least so tightly, in one level more of nesting. */
  @Override
  Expression nested(int precedence) throws Unparsable {
    enter();
    Expression result = climb(precedence);
    leave();
    return result;
  }

  private Expression climb(int precedence) throws Unparsable {
    Expression left = operand();
    Optional<BinaryOperator> operator = binary(left, precedence);
    while (operator.isPresent()) {
      left = binary(left, operator.get());
      operator = binary(left, precedence);
    }
    return left;
  }

  /** The binary operator that comes next and binds at least so tightly. */
  private Optional<BinaryOperator> binary(Expression left, int precedence) {
    Token sign = tokens.peek();
    BinaryOperator operator = sign.kind() == Token.Kind.SIGN ? BINARY.get(sign.text()) : null;
    if (operator == null || operator.precedence() < precedence) {
      return Optional.empty();
    }
    if (operator == FLOOR_DIVIDE
        && doubleSlash.isPresent()
        && !doubleSlash.get().divides(left, bare)) {
      tokens.skipLine();
      return Optional.empty();
    }
    return Optional.of(operator);
  }

  private Expression binary(Expression left, BinaryOperator operator) throws Unparsable {
    int leftHeight = height();
    Span sign = tokens.next().span();
    // A power groups from the right, and a sign behind it binds more tightly than the power.
    boolean fromRight = operator == POWER;
    Expression right = nested(fromRight ? SIGN_PRECEDENCE : operator.precedence() + 1);
    grow(Math.max(leftHeight, height()), sign);
    return new Binary(left, operator, right, sign);
  }

  private Expression operand() throws Unparsable {
    Token sign = tokens.peek();
    UnaryOperator operator = sign.kind() == Token.Kind.SIGN ? UNARY.get(sign.text()) : null;
    if (operator == null) {
      return operands.operand();
    }
    tokens.next();
    Expression operand = nested(SIGN_PRECEDENCE);
    grow(height(), sign.span());
    return new Unary(operator, operand, sign.span().to(operand.span()));
  }
}
