package io.github.shapecheck.processor.python.parser.expression;

import static io.github.shapecheck.processor.python.BinaryOperator.LOOSEST;

import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.BooleanOperation;
import io.github.shapecheck.processor.python.Expression.Comparison;
import io.github.shapecheck.processor.python.Expression.ComparisonChain;
import io.github.shapecheck.processor.python.Expression.Conditional;
import io.github.shapecheck.processor.python.Expression.Lambda;
import io.github.shapecheck.processor.python.Expression.Not;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses what binds more loosely than operators on numbers: conditions and comparisons. */
record LogicParser(Tokens tokens, Expressions expressions) {
  private static final Map<String, ComparisonOperator> SIGNS = new HashMap<>();

  static {
    for (ComparisonOperator operator : ComparisonOperator.values()) {
      SIGNS.put(operator.symbol(), operator);
    }
  }

  /** A {@code lambda}, a conditional expression or what binds more tightly. */
  Expression expression() throws Unparsable {
    if (tokens.peek().isWord("lambda")) {
      return lambda();
    }
    Expression value = disjunction();
    Token word = tokens.peek();
    if (!tokens.takeWord("if")) {
      return value;
    }
    int highest = expressions.height();
    Expression condition = expressions.disjunction();
    highest = Math.max(highest, expressions.height());
    if (!tokens.takeWord("else")) {
      throw Complaint.missing("the 'else' of this 'if'", tokens.peek());
    }
    Expression otherwise = expressions.expression();
    expressions.grow(Math.max(highest, expressions.height()), word.span());
    return new Conditional(condition, value, otherwise);
  }

  private Expression lambda() throws Unparsable {
    Token word = tokens.next();
    List<Parameter> parameters = new ParameterParser(tokens, expressions).lambda();
    if (!tokens.take(":")) {
      throw Complaint.missing("the colon of this lambda", tokens.peek());
    }
    Expression body = expressions.expression();
    expressions.grow(expressions.height(), word.span());
    return new Lambda(parameters, body, word.span().to(body.span()));
  }

  /** {@code a and b or c}, read in one loop so that brackets nest with few calls. */
  Expression disjunction() throws Unparsable {
    Expression first = inversion();
    if (!tokens.peek().isWord("and") && !tokens.peek().isWord("or")) {
      return first;
    }
    int highest = expressions.height();
    List<Expression> alternatives = new ArrayList<>();
    List<Expression> all = new ArrayList<>(List.of(first));
    while (true) {
      boolean and = tokens.takeWord("and");
      if (!and) {
        alternatives.add(joined(BooleanOperation.Kind.AND, all));
        all.clear();
        if (!tokens.takeWord("or")) {
          break;
        }
      }
      all.add(inversion());
      highest = Math.max(highest, expressions.height());
    }
    expressions.grow(highest, first.span());
    expressions.grow(expressions.height(), first.span());
    return joined(BooleanOperation.Kind.OR, alternatives);
  }

  private static Expression joined(BooleanOperation.Kind kind, List<Expression> operands) {
    return operands.size() == 1
        ? operands.get(0)
        : new BooleanOperation(kind, List.copyOf(operands));
  }

  private Expression inversion() throws Unparsable {
    Deque<Span> words = new ArrayDeque<>();
    while (tokens.peek().isWord("not")) {
      words.push(tokens.next().span());
    }
    Expression result = comparison();
    for (Span word : words) {
      result = new Not(result, word.to(result.span()));
      expressions.grow(expressions.height(), word);
    }
    return result;
  }

  private Expression comparison() throws Unparsable {
    Expression left = expressions.nested(LOOSEST);
    List<Comparison> comparisons = new ArrayList<>();
    int highest = expressions.height();
    Token sign = tokens.peek();
    for (var operator = operator(); operator != null; operator = operator()) {
      Expression right = expressions.nested(LOOSEST);
      comparisons.add(new Comparison(left, operator, right, sign.span()));
      left = right;
      highest = Math.max(highest, expressions.height());
      sign = tokens.peek();
    }
    if (comparisons.isEmpty()) {
      return left;
    }
    expressions.grow(highest, sign.span());
    return comparisons.size() == 1
        ? comparisons.get(0)
        : new ComparisonChain(List.copyOf(comparisons));
  }

  /** Takes the comparison that comes next, if one does. */
  private @Nullable ComparisonOperator operator() {
    Token sign = tokens.peek();
    if (sign.isWord("not")) {
      boolean contains = tokens.peekSecond().isWord("in");
      if (contains) {
        tokens.next();
        tokens.next();
      }
      return contains ? ComparisonOperator.NOT_IN : null;
    }
    boolean known = sign.kind() == Token.Kind.SIGN || sign.kind() == Token.Kind.NAME;
    ComparisonOperator operator = known ? SIGNS.get(sign.text()) : null;
    if (operator != null) {
      tokens.next();
    }
    boolean negated = operator == ComparisonOperator.IS && tokens.takeWord("not");
    return negated ? ComparisonOperator.IS_NOT : operator;
  }
}
