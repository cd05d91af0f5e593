package io.github.shapecheck.processor.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All parts of an expression, itself first. */
public final class Subexpressions {
  private Subexpressions() {}

  /** The parts in order, an expression in front of its parts. */
  public static List<Expression> of(Expression expression) {
    List<Expression> parts = new ArrayList<>();
    collect(expression, parts);
    return parts;
  }

  private static void collect(@Nullable Expression expression, List<Expression> parts) {
    if (expression == null) {
      return;
    }
    parts.add(expression);
    if (expression instanceof Expression.Call call) {
      collect(call.callee(), parts);
      call.positional().forEach(argument -> collect(argument, parts));
      call.keywords().forEach(argument -> collect(argument.value(), parts));
    } else if (expression instanceof Expression.Attribute attribute) {
      collect(attribute.target(), parts);
    } else if (expression instanceof Expression.Subscript subscript) {
      collect(subscript.target(), parts);
      subscript.items().forEach(item -> collect(item, parts));
    } else if (expression instanceof Expression.Binary binary) {
      collect(binary.left(), parts);
      collect(binary.right(), parts);
    } else if (expression instanceof Expression.Comparison comparison) {
      collect(comparison.left(), parts);
      collect(comparison.right(), parts);
    } else if (expression instanceof Expression.Unary unary) {
      collect(unary.operand(), parts);
    } else if (expression instanceof Expression.TupleDisplay tuple) {
      tuple.items().forEach(item -> collect(item, parts));
    } else if (expression instanceof Expression.ListDisplay list) {
      list.items().forEach(item -> collect(item, parts));
    } else if (expression instanceof Expression.Starred starred) {
      collect(starred.value(), parts);
    }
  }
}
