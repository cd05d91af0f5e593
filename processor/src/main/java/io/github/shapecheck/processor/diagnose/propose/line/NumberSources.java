package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.python.Substatements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows a number of a Python program to where it is written, and edits it there. */
final class NumberSources {
  private static final int DEEPEST = 4;
  private static final int MOST_VARIABLES = 6;

  private final Collection<PythonFile> files;
  private final boolean exchanges;
  private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Edit> own = new ArrayList<>();
  private final List<Edit> literals = new ArrayList<>();
  private final List<Edit> others = new ArrayList<>();

  /**
   * In the files of a program.
   *
   * @param exchanges whether another variable in place of one is an edit too
   */
  NumberSources(Collection<PythonFile> files, boolean exchanges) {
    this.files = files;
    this.exchanges = exchanges;
  }

  /** The edits found so far: where the number is read, then where it is written, then others. */
  Stream<Edit> edits() {
    return Stream.of(own, literals, others).flatMap(List::stream);
  }

  /**
   * Follows an expression that should have another value.
   *
   * @param declared what it is
   * @param needed what it should be
   */
  void follow(PythonScope scope, Expression read, long declared, long needed) {
    follow(scope, read, new Wish(declared, needed, false), 0);
  }

  /**
   * What a number should be.
   *
   * @param isRatio whether it is a factor of what is declared, of which the rest is not known
   */
  private record Wish(long declared, long needed, boolean isRatio) {
    /** The wish for a factor, where the other one stays; null where no number does it. */
    @Nullable Wish dividedBy(long factor) {
      return isRatio
          ? this
          : factor > 0 && declared % factor == 0 && needed % factor == 0
              ? new Wish(declared / factor, needed / factor, false)
              : null;
    }

    Wish ratio() {
      return new Wish(declared, needed, true);
    }

    /** What a literal should be; -1 where it has no part in it. */
    long instead(long literal) {
      return isRatio ? scaled(literal) : literal == declared ? needed : -1;
    }

    long scaled(long factor) {
      return declared > 0 && factor * needed % declared == 0 ? factor * needed / declared : -1;
    }

    /** A divisor with which a quotient is as needed. */
    long divisor(long literal) {
      return needed > 0 ? (literal * declared + needed / 2) / needed : -1;
    }
  }

  private void follow(PythonScope scope, Expression read, Wish wish, int depth) {
    if (depth > DEEPEST || !seen.add(read)) {
      return;
    }
    if (read instanceof Expression.IntLiteral literal) {
      if (depth > 0) {
        put(scope, literal, wish.instead(literal.value()));
      }
    } else if (read instanceof Expression.Name name) {
      if (exchanges) {
        variables(scope, name, depth == 0 ? own : others);
      }
      variable(scope, name.id(), wish, depth + 1);
    } else if (read instanceof Expression.Attribute attribute) {
      attribute(attribute, wish, depth + 1);
    } else if (read instanceof Expression.Subscript subscript
        && subscript.items().get(0) instanceof Expression.StringLiteral key) {
      entries(key.value(), wish, depth + 1);
    } else if (read instanceof Expression.Binary product
        && product.operator() == BinaryOperator.MULTIPLY) {
      factor(scope, product.left(), product.right(), wish, depth + 1);
      factor(scope, product.right(), product.left(), wish, depth + 1);
    } else if (read instanceof Expression.Binary quotient
        && quotient.operator() == BinaryOperator.FLOOR_DIVIDE) {
      if (quotient.right() instanceof Expression.IntLiteral divisor) {
        put(scope, divisor, wish.divisor(divisor.value()));
      }
      follow(scope, quotient.left(), wish.ratio(), depth + 1);
    } else if (read instanceof Expression.Subscript subscript
        && subscript.target() instanceof Expression.Name table) {
      variable(scope, table.id(), wish, depth + 1);
    } else if (read instanceof Expression.Subscript subscript
        && subscript.target() instanceof Expression.Attribute table) {
      attribute(table, wish, depth + 1);
    } else if (read instanceof Expression.TupleDisplay tuple) {
      tuple.items().forEach(item -> follow(scope, item, wish, depth + 1));
    } else if (read instanceof Expression.ListDisplay list) {
      list.items().forEach(item -> follow(scope, item, wish, depth + 1));
    }
  }

  private void factor(
      PythonScope scope, Expression factor, Expression other, Wish wish, int depth) {
    if (factor instanceof Expression.IntLiteral literal) {
      Wish rest = wish.dividedBy(literal.value());
      put(scope, literal, wish.scaled(literal.value()));
      if (rest != null) {
        follow(scope, other, rest, depth);
      }
    } else if (!(other instanceof Expression.IntLiteral)) {
      follow(scope, factor, wish.ratio(), depth);
    }
  }

  private void put(PythonScope scope, Expression.IntLiteral literal, long value) {
    if (value > 0 && value != literal.value()) {
      add(scope, literal.span(), Long.toString(value), literals);
    }
  }

  /** Another variable of the function in place of one. */
  private void variables(PythonScope scope, Expression.Name name, List<Edit> edits) {
    scope.variables().stream()
        .filter(other -> !other.equals(name.id()))
        .limit(MOST_VARIABLES)
        .forEach(other -> add(scope, name.span(), other, edits));
  }

  private void variable(PythonScope scope, String name, Wish wish, int depth) {
    List<Expression> values = scope.values(name);
    values.forEach(value -> follow(scope, value, wish, depth));
    List<Parameter> parameters = scope.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        arguments(scope, i, parameters.get(i), wish, depth);
        return;
      }
    }
    if (values.isEmpty() && scope.function() != null) {
      PythonScope whole = new PythonScope(scope.file(), null, null);
      whole.values(name).forEach(value -> follow(whole, value, wish, depth));
    }
  }

  /** The default of a parameter, and what the calls of its function give for it. */
  private void arguments(PythonScope scope, int place, Parameter parameter, Wish wish, int depth) {
    Statement.FunctionDef function = scope.function();
    Expression fallback = parameter.fallback();
    if (fallback != null) {
      follow(scope, fallback, wish, depth);
    }
    if (function == null) {
      return;
    }
    Statement.ClassDef type = scope.type();
    boolean constructs = type != null && function.name().equals("__init__");
    String called = type != null && constructs ? type.name() : function.name();
    expressions(
        (in, part) -> {
          if (part instanceof Expression.Call call && name(call.callee()).equals(called)) {
            Expression argument = argument(call, place, parameter.name());
            if (argument != null) {
              follow(in, argument, wish, depth);
              if (!wish.isRatio()) {
                add(in, argument.span(), Long.toString(wish.needed()), others);
              }
            }
          }
        });
  }

  private static @Nullable Expression argument(Expression.Call call, int place, String name) {
    for (Expression.KeywordArgument keyword : call.keywords()) {
      if (keyword.name().equals(name)) {
        return keyword.value();
      }
    }
    return place < call.positional().size() ? call.positional().get(place) : null;
  }

  /** What {@code self.name} is set to in the class, and the default of a field of that name. */
  private void attribute(Expression.Attribute attribute, Wish wish, int depth) {
    for (PythonFile file : files) {
      for (Statement statement : Substatements.of(file.program().statements())) {
        Expression value =
            statement instanceof Statement.Assign assign
                    && assign.targets().stream()
                        .anyMatch(target -> name(target).equals(attribute.name()))
                ? assign.value()
                : statement instanceof Statement.AnnotatedAssign assign
                        && name(assign.target()).equals(attribute.name())
                    ? assign.value()
                    : null;
        if (value != null) {
          follow(PythonScope.at(file, statement.span().line()), value, wish, depth);
        }
      }
    }
  }

  /** The entries of tables that have a key. */
  private void entries(String key, Wish wish, int depth) {
    expressions(
        (in, part) -> {
          if (part instanceof Expression.DictDisplay table) {
            for (Expression.DictDisplay.Entry entry : table.entries()) {
              if (entry.key() instanceof Expression.StringLiteral text
                  && text.value().equals(key)) {
                follow(in, entry.value(), wish, depth);
              }
            }
          }
        });
  }

  /** Shows all expressions of the files. */
  private void expressions(BiConsumer<PythonScope, Expression> visitor) {
    for (PythonFile file : files) {
      if (!file.isLibrary()) {
        for (Statement statement : Substatements.of(file.program().statements())) {
          for (Expression read : Substatements.read(statement)) {
            PythonScope scope = PythonScope.at(file, statement.span().line());
            Subexpressions.of(read).forEach(part -> visitor.accept(scope, part));
          }
        }
      }
    }
  }

  private static String name(Expression expression) {
    return expression instanceof Expression.Name name
        ? name.id()
        : expression instanceof Expression.Attribute attribute ? attribute.name() : "";
  }

  private static void add(PythonScope scope, Span span, String text, List<Edit> edits) {
    Edit edit = scope.file().isLibrary() ? null : scope.replaced(span, text);
    if (edit != null) {
      edits.add(edit);
    }
  }
}
