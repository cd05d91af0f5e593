package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Comprehension;
import io.github.shapecheck.processor.python.Expression.ListDisplay;
import io.github.shapecheck.processor.python.Expression.Slice;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what stands between round or square brackets, arguments aside. */
final class BracketParser {

  private final Tokens tokens;
  private final Expressions expressions;
  private final ComprehensionParser comprehensions;

  BracketParser(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.comprehensions = new ComprehensionParser(tokens, expressions);
  }

  /**
   * {@code (a)} is a, {@code (a,)} and {@code ()} are tuples, {@code (a for a in b)} a generator.
   */
  Expression parenthesized() throws Unparsable {
    Span opening = tokens.peek().span();
    tokens.open();
    if (tokens.atClosing()) {
      return new TupleDisplay(List.of(), opening.to(tokens.close().span()));
    }
    Expression inner = expressions.list();
    if (comprehensions.follows()) {
      return comprehension(Comprehension.Kind.GENERATOR, inner, opening);
    }
    Span span = opening.to(tokens.close().span());
    return inner instanceof TupleDisplay tuple ? new TupleDisplay(tuple.items(), span) : inner;
  }

  private Expression comprehension(Comprehension.Kind kind, Expression element, Span opening)
      throws Unparsable {
    List<Comprehension.Clause> clauses = comprehensions.clauses(opening);
    return new Comprehension(kind, element, clauses, opening.to(tokens.close().span()));
  }

  /** {@code [a, b]} or {@code [a for a in b]}. */
  Expression list() throws Unparsable {
    Span opening = tokens.peek().span();
    tokens.open();
    List<Expression> items = new ArrayList<>();
    int highest = 0;
    while (!tokens.atClosing()) {
      items.add(expressions.item());
      if (items.size() == 1 && comprehensions.follows()) {
        return comprehension(Comprehension.Kind.LIST, items.get(0), opening);
      }
      highest = Math.max(highest, expressions.height());
      if (!tokens.take(",")) {
        break;
      }
    }
    tokens.close();
    expressions.grow(highest, opening);
    return new ListDisplay(List.copyOf(items), opening.to(tokens.last().span()));
  }

  /** What stands in the square brackets behind a value. */
  List<Expression> subscripts() throws Unparsable {
    Span opening = tokens.peek().span();
    tokens.open();
    List<Expression> items = new ArrayList<>();
    int highest = 0;
    boolean comma = false;
    while (!tokens.atClosing()) {
      items.add(subscript());
      highest = Math.max(highest, expressions.height());
      comma = tokens.take(",");
      if (!comma) {
        break;
      }
    }
    tokens.close();
    Span span = opening.to(tokens.last().span());
    if (items.isEmpty()) {
      throw new Unparsable("an index is missing", "", span);
    }
    expressions.grow(highest, opening);
    boolean tuple = items.size() == 1 && (comma || items.get(0) instanceof Expression.Starred);
    return tuple ? List.of(new TupleDisplay(List.copyOf(items), span)) : List.copyOf(items);
  }

  private Expression subscript() throws Unparsable {
    Span start = tokens.peek().span();
    Expression lower = tokens.peek().isSign(":") ? null : expressions.item();
    if (lower != null && !tokens.peek().isSign(":")) {
      return lower;
    }
    int height = lower == null ? 0 : expressions.height();
    tokens.next();
    Expression upper = bound();
    height = Math.max(height, expressions.height());
    Expression step = tokens.take(":") ? bound() : null;
    expressions.grow(Math.max(height, expressions.height()), start);
    return new Slice(lower, upper, step, start.to(tokens.last().span()));
  }

  private @Nullable Expression bound() throws Unparsable {
    Token next = tokens.peek();
    return next.isSign(":") || next.isSign(",") || tokens.atClosing()
        ? null
        : expressions.expression();
  }
}
