package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Comprehension;
import io.github.shapecheck.processor.python.Expression.DictComprehension;
import io.github.shapecheck.processor.python.Expression.DictDisplay;
import io.github.shapecheck.processor.python.Expression.SetDisplay;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;

/** Parses dicts and sets. */
final class BraceParser {

  private final Tokens tokens;
  private final Expressions expressions;
  private final ComprehensionParser comprehensions;
  private final List<DictDisplay.Entry> entries = new ArrayList<>();
  private final List<Expression> items = new ArrayList<>();

  BraceParser(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.comprehensions = new ComprehensionParser(tokens, expressions);
  }

  /** The dict, set or comprehension that begins here. */
  Expression braces() throws Unparsable {
    Span opening = tokens.peek().span();
    tokens.open();
    int highest = 0;
    while (!tokens.atClosing()) {
      int height = entry();
      if (entries.size() + items.size() == 1 && comprehensions.follows()) {
        expressions.grow(height, opening);
        return comprehension(opening);
      }
      highest = Math.max(highest, height);
      if (!tokens.take(",")) {
        break;
      }
    }
    Span span = opening.to(tokens.close().span());
    expressions.grow(highest, opening);
    return items.isEmpty()
        ? new DictDisplay(List.copyOf(entries), span)
        : new SetDisplay(List.copyOf(items), span);
  }

  /** Takes an entry or an item and gives how high its tree is. */
  private int entry() throws Unparsable {
    Token first = tokens.peek();
    if (tokens.take("**")) {
      entries.add(new DictDisplay.Entry(null, expressions.expression()));
      return expressions.height();
    }
    Expression key = expressions.item();
    int height = expressions.height();
    if (tokens.take(":")) {
      entries.add(new DictDisplay.Entry(key, expressions.expression()));
    } else {
      items.add(key);
    }
    if (!entries.isEmpty() && !items.isEmpty()) {
      String message = "keys with and without a value stand in the same braces";
      throw new Unparsable(message, "{key: value} is a dict, {item} a set", first.span());
    }
    return Math.max(height, expressions.height());
  }

  private Expression comprehension(Span opening) throws Unparsable {
    List<Comprehension.Clause> clauses = comprehensions.clauses(opening);
    Span span = opening.to(tokens.close().span());
    if (entries.isEmpty()) {
      return new Comprehension(Comprehension.Kind.SET, items.get(0), clauses, span);
    }
    DictDisplay.Entry entry = entries.get(0);
    if (entry.key() == null) {
      throw new Unparsable("'**' cannot stand in a comprehension", "", span);
    }
    return new DictComprehension(entry.key(), entry.value(), clauses, span);
  }
}
