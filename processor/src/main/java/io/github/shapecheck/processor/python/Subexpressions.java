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

  /** The outermost parts of an expression. */
  public static List<Expression> partsOf(Expression expression) {
    List<Expression> all = of(expression);
    List<Expression> parts = new ArrayList<>();
    for (int i = 1; i < all.size(); i += of(all.get(i)).size()) {
      parts.add(all.get(i));
    }
    return parts;
  }

  private static void collect(@Nullable Expression expression, List<Expression> parts) {
    if (expression != null) {
      parts.add(expression);
    }
    // Most expressions are names, for which no other class need be loaded.
    if (expression != null && !(expression instanceof Expression.Name)) {
      collectParts(expression, parts);
    }
  }

  private static void collectParts(Expression expression, List<Expression> parts) {
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
    } else {
      collectOther(expression, parts);
    }
  }

  private static void collectOther(Expression expression, List<Expression> parts) {
    if (expression instanceof Expression.Starred starred) {
      collect(starred.value(), parts);
    } else if (expression instanceof Expression.Slice slice) {
      collect(slice.lower(), parts);
      collect(slice.upper(), parts);
      collect(slice.step(), parts);
    } else if (expression instanceof Expression.Not not) {
      collect(not.operand(), parts);
    } else if (expression instanceof Expression.BooleanOperation all) {
      all.operands().forEach(operand -> collect(operand, parts));
    } else if (expression instanceof Expression.ComparisonChain chain) {
      collect(chain.comparisons().get(0).left(), parts);
      chain.comparisons().forEach(comparison -> collect(comparison.right(), parts));
    } else if (expression instanceof Expression.Conditional either) {
      collect(either.value(), parts);
      collect(either.condition(), parts);
      collect(either.otherwise(), parts);
    } else if (expression instanceof Expression.NamedExpression named) {
      parts.add(named.target());
      collect(named.value(), parts);
    } else if (expression instanceof Expression.Lambda lambda) {
      lambda.parameters().forEach(parameter -> collect(parameter.fallback(), parts));
      collect(lambda.body(), parts);
    } else if (expression instanceof Expression.Await await) {
      collect(await.value(), parts);
    } else if (expression instanceof Expression.Yield yield) {
      collect(yield.value(), parts);
    } else if (expression instanceof Expression.YieldFrom yield) {
      collect(yield.iterable(), parts);
    } else {
      collectDisplay(expression, parts);
    }
  }

  private static void collectDisplay(Expression expression, List<Expression> parts) {
    if (expression instanceof Expression.SetDisplay set) {
      set.items().forEach(item -> collect(item, parts));
    } else if (expression instanceof Expression.DictDisplay dict) {
      for (Expression.DictDisplay.Entry entry : dict.entries()) {
        collect(entry.key(), parts);
        collect(entry.value(), parts);
      }
    } else if (expression instanceof Expression.Comprehension made) {
      collect(made.element(), parts);
      collect(made.clauses(), parts);
    } else if (expression instanceof Expression.DictComprehension made) {
      collect(made.key(), parts);
      collect(made.value(), parts);
      collect(made.clauses(), parts);
    } else if (expression instanceof Expression.FormattedString text) {
      text.parts().forEach(part -> collect(part, parts));
    } else if (expression instanceof Expression.FormattedValue one) {
      collect(one.value(), parts);
      collect(one.format(), parts);
    }
  }

  private static void collect(
      List<Expression.Comprehension.Clause> clauses, List<Expression> parts) {
    for (Expression.Comprehension.Clause clause : clauses) {
      collect(clause.target(), parts);
      collect(clause.iterable(), parts);
      clause.conditions().forEach(condition -> collect(condition, parts));
    }
  }
}
