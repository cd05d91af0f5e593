package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.python.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers of a forward pass with what each of them says there. */
final class Literals {
  /** Which argument it is: what is counted out of a size may stand in any. */
  private static final Pattern PLACE = Pattern.compile("\\d+$");

  /**
   * A number.
   *
   * @param role what it stands in, such as the second argument of a {@code view}
   */
  record Literal(Expression.IntLiteral number, String role) {
    long value() {
      return number.value();
    }

    int line() {
      return number.span().line();
    }

    /** Whether it is added, subtracted or negated, where nobody writes a 0. */
    boolean isOfSum() {
      return Stream.of(BinaryOperator.ADD, BinaryOperator.SUBTRACT, UnaryOperator.NEGATE)
          .anyMatch(operator -> role.endsWith(operator.toString()));
    }
  }

  private final List<Literal> found = new ArrayList<>();

  private Literals() {}

  /** All numbers of a text, in order. */
  static List<Literal> of(LineEditing line) {
    Literals literals = new Literals();
    for (Statement statement : line.statements()) {
      statement.expression().ifPresent(value -> literals.add(value, ""));
      if (statement instanceof Statement.Assign assign) {
        assign.targets().forEach(target -> literals.add(target, ""));
      }
    }
    return literals.found.stream().distinct().toList();
  }

  private void add(@Nullable Expression part, String role) {
    if (part instanceof Expression.IntLiteral number) {
      found.add(new Literal(number, role));
    } else if (part instanceof Expression.Call call) {
      add(call);
    } else if (part instanceof Expression.Subscript subscript) {
      add(subscript.target(), "");
      String name =
          subscript.target() instanceof Expression.Attribute attribute ? attribute.name() : "";
      subscript.items().forEach(item -> add(item, name + "[]"));
    } else if (part instanceof Expression.Slice slice) {
      add(slice.lower(), role + "bound"); // where one slice ends, another one begins
      add(slice.upper(), role + "bound");
      add(slice.step(), role + "by");
    } else if (part instanceof Expression.TupleDisplay tuple) {
      addAll(tuple.items(), role);
    } else if (part instanceof Expression.ListDisplay list) {
      addAll(list.items(), role);
    } else if (part instanceof Expression.Binary binary) {
      String operand = PLACE.matcher(role).replaceFirst("") + binary.operator();
      add(binary.left(), operand);
      add(binary.right(), operand);
    } else if (part instanceof Expression.Unary unary) {
      add(unary.operand(), role + unary.operator());
    } else if (part != null) {
      Subexpressions.partsOf(part).forEach(inner -> add(inner, ""));
    }
  }

  private void add(Expression.Call call) {
    String name =
        call.callee() instanceof Expression.Attribute attribute
            ? attribute.name()
            : call.callee() instanceof Expression.Name plain ? plain.id() : "";
    add(call.callee(), "");
    boolean module =
        !(call.callee() instanceof Expression.Attribute method)
            || method.target() instanceof Expression.Name target && target.id().length() < 2;
    for (int i = 0; i < call.positional().size(); i++) {
      add(call.positional().get(i), name + (module ? "f" : "m") + i);
    }
    call.keywords().forEach(keyword -> add(keyword.value(), keyword.name() + "="));
  }

  private void addAll(List<Expression> items, String role) {
    for (int i = 0; i < items.size(); i++) {
      add(items.get(i), role + "," + i);
    }
  }
}
