package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Attribute;
import io.github.shapecheck.processor.python.Expression.Binary;
import io.github.shapecheck.processor.python.Expression.Call;
import io.github.shapecheck.processor.python.Expression.Comparison;
import io.github.shapecheck.processor.python.Expression.Constant;
import io.github.shapecheck.processor.python.Expression.FloatLiteral;
import io.github.shapecheck.processor.python.Expression.IntLiteral;
import io.github.shapecheck.processor.python.Expression.ListDisplay;
import io.github.shapecheck.processor.python.Expression.Name;
import io.github.shapecheck.processor.python.Expression.Slice;
import io.github.shapecheck.processor.python.Expression.Starred;
import io.github.shapecheck.processor.python.Expression.StringLiteral;
import io.github.shapecheck.processor.python.Expression.Subscript;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Expression.Unary;
import io.github.shapecheck.processor.python.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints trees with every operator in brackets, so that tests can see what binds to what. */
final class Printer {

  private Printer() {}

  static String print(Statement statement) {
    if (statement instanceof Statement.Assign assign) {
      return Stream.concat(assign.targets().stream(), Stream.of(assign.value()))
          .map(Printer::print)
          .collect(Collectors.joining(" = "));
    }
    if (statement instanceof Statement.AugmentedAssign assign) {
      String operator = assign.operator().symbol();
      return print(assign.target()) + " " + operator + "= " + print(assign.value());
    }
    if (statement instanceof Statement.ExpressionStatement expression) {
      return print(expression.value());
    }
    if (statement instanceof Statement.Return returned) {
      return "return" + (returned.value() == null ? "" : " " + print(returned.value()));
    }
    return "broken " + ((Statement.Broken) statement).names();
  }

  static String print(@Nullable Expression e) {
    if (e == null) {
      return "";
    } else if (e instanceof Name name) {
      return name.id();
    } else if (e instanceof IntLiteral number) {
      return Long.toString(number.value());
    } else if (e instanceof FloatLiteral number) {
      return Double.toString(number.value());
    } else if (e instanceof StringLiteral string) {
      return "'" + string.value() + "'";
    } else if (e instanceof Constant constant) {
      return constant.kind().name().toLowerCase(Locale.ROOT);
    } else if (e instanceof TupleDisplay tuple) {
      return "(" + print(tuple.items()) + (tuple.items().size() == 1 ? ",)" : ")");
    } else if (e instanceof ListDisplay list) {
      return "[" + print(list.items()) + "]";
    } else if (e instanceof Starred starred) {
      return "*" + print(starred.value());
    }
    return printOperation(e);
  }

  private static String printOperation(Expression e) {
    if (e instanceof Unary unary) {
      return "(" + unary.operator().symbol() + print(unary.operand()) + ")";
    } else if (e instanceof Binary binary) {
      String operator = binary.operator().symbol();
      return "(" + print(binary.left()) + " " + operator + " " + print(binary.right()) + ")";
    } else if (e instanceof Comparison comparison) {
      String operator = comparison.operator().symbol();
      return "("
          + print(comparison.left())
          + " "
          + operator
          + " "
          + print(comparison.right())
          + ")";
    } else if (e instanceof Call call) {
      Stream<String> keywords =
          call.keywords().stream().map(k -> k.name() + "=" + print(k.value()));
      return print(call.callee())
          + Stream.concat(call.positional().stream().map(Printer::print), keywords)
              .collect(Collectors.joining(", ", "(", ")"));
    } else if (e instanceof Attribute attribute) {
      return print(attribute.target()) + "." + attribute.name();
    } else if (e instanceof Subscript subscript) {
      return print(subscript.target()) + "[" + print(subscript.items()) + "]";
    }
    Slice slice = (Slice) e;
    String step = slice.step() == null ? "" : ":" + print(slice.step());
    return print(slice.lower()) + ":" + print(slice.upper()) + step;
  }

  private static String print(List<Expression> items) {
    return items.stream().map(Printer::print).collect(Collectors.joining(", "));
  }
}
