package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Attribute;
import io.github.shapecheck.processor.python.Expression.ListDisplay;
import io.github.shapecheck.processor.python.Expression.Name;
import io.github.shapecheck.processor.python.Expression.Starred;
import io.github.shapecheck.processor.python.Expression.Subscript;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks what stands to the left of {@code =}. */
public final class Targets {

  private Targets() {}

  /** The target with lists turned into tuples; its names are added to {@code names}. */
  public static Expression of(Expression expression, Set<String> names) throws Unparsable {
    if (expression instanceof Name name) {
      names.add(name.id());
      return name;
    }
    if (expression instanceof TupleDisplay tuple) {
      return tuple(tuple.items(), tuple.span(), names);
    }
    if (expression instanceof ListDisplay list) {
      return tuple(list.items(), list.span(), names);
    }
    return single(expression);
  }

  /** The target of {@code +=} and its like: no tuple. */
  public static Expression single(Expression expression) throws Unparsable {
    if (expression instanceof Name
        || expression instanceof Attribute
        || expression instanceof Subscript) {
      return expression;
    }
    String message = "nothing can be assigned to this";
    throw new Unparsable(message, "a comparison is written ==", expression.span());
  }

  private static Expression tuple(List<Expression> items, Span span, Set<String> names)
      throws Unparsable {
    List<Expression> targets = new ArrayList<>();
    for (Expression item : items) {
      if (item instanceof Starred starred) {
        targets.add(new Starred(of(starred.value(), names), starred.span()));
      } else {
        targets.add(of(item, names));
      }
    }
    return new TupleDisplay(List.copyOf(targets), span);
  }
}
