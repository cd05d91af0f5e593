package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Comprehension;
import io.github.shapecheck.processor.python.Expression.FormattedValue;
import io.github.shapecheck.processor.python.Parameter;
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
    } else if (statement instanceof Statement.AugmentedAssign assign) {
      String operator = assign.operator().symbol();
      return print(assign.target()) + " " + operator + "= " + print(assign.value());
    } else if (statement instanceof Statement.ExpressionStatement expression) {
      return print(expression.value());
    } else if (statement instanceof Statement.Return returned) {
      return "return" + (returned.value() == null ? "" : " " + print(returned.value()));
    } else if (statement instanceof Statement.Delete deleted) {
      return "del " + print(deleted.targets());
    } else if (statement instanceof Statement.Assert asserted) {
      String message = asserted.message() == null ? "" : ", " + print(asserted.message());
      return "assert " + print(asserted.condition()) + message;
    } else if (statement instanceof Statement.Raise raised) {
      return "raise " + print(raised.exception());
    } else if (statement instanceof Statement.Broken broken) {
      return "broken " + broken.names();
    }
    return printBlock(statement);
  }

  private static String printBlock(Statement statement) {
    if (statement instanceof Statement.If branches) {
      return branches.branches().stream()
              .map(branch -> "if " + print(branch.condition()) + block(branch.body()))
              .collect(Collectors.joining(" el"))
          + otherwise(branches.otherwise());
    } else if (statement instanceof Statement.For loop) {
      String head = "for " + print(loop.target()) + " in " + print(loop.iterable());
      return head + block(loop.body()) + otherwise(loop.otherwise());
    } else if (statement instanceof Statement.While loop) {
      String head = "while " + print(loop.condition());
      return head + block(loop.body()) + otherwise(loop.otherwise());
    } else if (statement instanceof Statement.With with) {
      return with.items().stream()
          .map(item -> print(item.context()) + (item.target() == null ? "" : " as "))
          .collect(Collectors.joining(", ", "with ", block(with.body())));
    } else if (statement instanceof Statement.FunctionDef def) {
      return "def " + def.name() + "(" + parameters(def.parameters()) + ")" + block(def.body());
    }
    return statement.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String otherwise(List<Statement> statements) {
    return statements.isEmpty() ? "" : " else" + block(statements);
  }

  private static String block(List<Statement> statements) {
    return statements.stream().map(Printer::print).collect(Collectors.joining("; ", " {", "}"));
  }

  static String parameters(List<Parameter> parameters) {
    return parameters.stream()
        .map(p -> p.name() + (p.fallback() == null ? "" : "=" + print(p.fallback())))
        .collect(Collectors.joining(", "));
  }

  static String print(@Nullable Expression e) {
    if (e == null) {
      return "";
    } else if (e instanceof Expression.Name name) {
      return name.id();
    } else if (e instanceof Expression.IntLiteral number) {
      return Long.toString(number.value());
    } else if (e instanceof Expression.BigIntLiteral number) {
      return number.value().toString();
    } else if (e instanceof Expression.FloatLiteral number) {
      return Double.toString(number.value());
    } else if (e instanceof Expression.ImaginaryLiteral number) {
      return number.value() + "j";
    } else if (e instanceof Expression.StringLiteral string) {
      return "'" + string.value() + "'";
    } else if (e instanceof Expression.BytesLiteral bytes) {
      return "b'" + bytes.value() + "'";
    } else if (e instanceof Expression.FormattedString string) {
      return "f(" + print(string.parts()) + ")";
    } else if (e instanceof FormattedValue value) {
      String conversion =
          value.conversion() == FormattedValue.Conversion.NONE ? "" : "!" + value.conversion();
      String format = value.format() == null ? "" : ":" + print(value.format());
      return "{" + print(value.value()) + conversion + format + "}";
    } else if (e instanceof Expression.Constant constant) {
      return constant.kind().name().toLowerCase(Locale.ROOT);
    }
    return printDisplay(e);
  }

  private static String printDisplay(Expression e) {
    if (e instanceof Expression.TupleDisplay tuple) {
      return "(" + print(tuple.items()) + (tuple.items().size() == 1 ? ",)" : ")");
    } else if (e instanceof Expression.ListDisplay list) {
      return "[" + print(list.items()) + "]";
    } else if (e instanceof Expression.SetDisplay set) {
      return "{" + print(set.items()) + "}";
    } else if (e instanceof Expression.DictDisplay dict) {
      return dict.entries().stream()
          .map(x -> (x.key() == null ? "**" : print(x.key()) + ": ") + print(x.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (e instanceof Comprehension made) {
      String text = print(made.element()) + clauses(made.clauses());
      return switch (made.kind()) {
        case LIST -> "[" + text + "]";
        case SET -> "{" + text + "}";
        case GENERATOR -> "(" + text + ")";
      };
    } else if (e instanceof Expression.DictComprehension made) {
      return "{" + print(made.key()) + ": " + print(made.value()) + clauses(made.clauses()) + "}";
    } else if (e instanceof Expression.Starred starred) {
      return "*" + print(starred.value());
    }
    return printOperation(e);
  }

  private static String clauses(List<Comprehension.Clause> clauses) {
    return clauses.stream()
        .map(
            clause ->
                " for "
                    + print(clause.target())
                    + " in "
                    + print(clause.iterable())
                    + clause.conditions().stream()
                        .map(condition -> " if " + print(condition))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining());
  }

  private static String printOperation(Expression e) {
    if (e instanceof Expression.Unary unary) {
      return "(" + unary.operator().symbol() + print(unary.operand()) + ")";
    } else if (e instanceof Expression.Not not) {
      return "(not " + print(not.operand()) + ")";
    } else if (e instanceof Expression.Binary binary) {
      String operator = binary.operator().symbol();
      return "(" + print(binary.left()) + " " + operator + " " + print(binary.right()) + ")";
    } else if (e instanceof Expression.BooleanOperation operation) {
      String word = " " + operation.kind().name().toLowerCase(Locale.ROOT) + " ";
      return operation.operands().stream()
          .map(Printer::print)
          .collect(Collectors.joining(word, "(", ")"));
    } else if (e instanceof Expression.Comparison comparison) {
      return "(" + print(comparison.left()) + rest(comparison) + ")";
    } else if (e instanceof Expression.ComparisonChain chain) {
      return chain.comparisons().stream()
          .map(Printer::rest)
          .collect(Collectors.joining("", "(" + print(chain.comparisons().get(0).left()), ")"));
    } else if (e instanceof Expression.Conditional conditional) {
      String condition = " if " + print(conditional.condition()) + " else ";
      return "(" + print(conditional.value()) + condition + print(conditional.otherwise()) + ")";
    } else if (e instanceof Expression.NamedExpression named) {
      return "(" + print(named.target()) + " := " + print(named.value()) + ")";
    } else if (e instanceof Expression.Lambda lambda) {
      return "(lambda " + parameters(lambda.parameters()) + ": " + print(lambda.body()) + ")";
    }
    return printPrimary(e);
  }

  private static String rest(Expression.Comparison comparison) {
    return " " + comparison.operator().symbol() + " " + print(comparison.right());
  }

  private static String printPrimary(Expression e) {
    if (e instanceof Expression.Call call) {
      Stream<String> keywords =
          call.keywords().stream()
              .map(k -> (k.isUnpacked() ? "**" : k.name() + "=") + print(k.value()));
      return print(call.callee())
          + Stream.concat(call.positional().stream().map(Printer::print), keywords)
              .collect(Collectors.joining(", ", "(", ")"));
    } else if (e instanceof Expression.Attribute attribute) {
      return print(attribute.target()) + "." + attribute.name();
    } else if (e instanceof Expression.Subscript subscript) {
      return print(subscript.target()) + "[" + print(subscript.items()) + "]";
    } else if (e instanceof Expression.Slice slice) {
      String step = slice.step() == null ? "" : ":" + print(slice.step());
      return print(slice.lower()) + ":" + print(slice.upper()) + step;
    }
    return e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String print(List<Expression> items) {
    return items.stream().map(Printer::print).collect(Collectors.joining(", "));
  }
}
