package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.python.Substatements;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The function of a Python file in which a line stands.
 *
 * @param type the class of which the function is a method, null for none
 * @param function null for what stands outside of functions
 */
record PythonScope(
    PythonFile file, Statement.@Nullable ClassDef type, Statement.@Nullable FunctionDef function) {

  /** That of a line. */
  static PythonScope at(PythonFile file, int line) {
    return new PythonScope(file, null, null).inner(file.program().statements(), line);
  }

  private PythonScope inner(List<Statement> statements, int line) {
    for (Statement statement : statements) {
      if (statement.span().line() <= line && line <= statement.span().lastLine()) {
        if (statement instanceof Statement.ClassDef inside) {
          return new PythonScope(file, inside, null).inner(inside.body(), line);
        } else if (statement instanceof Statement.FunctionDef inside) {
          // a function in a method has no self
          return new PythonScope(file, function == null ? type : null, inside)
              .inner(inside.body(), line);
        }
      }
    }
    return this;
  }

  /** The statements of the function, else of the file. */
  List<Statement> statements() {
    return Substatements.of(function == null ? file.program().statements() : function.body());
  }

  /** The parameters without {@code self}. */
  List<Parameter> parameters() {
    return function == null
        ? List.of()
        : function.parameters().subList(type == null ? 0 : 1, function.parameters().size());
  }

  /** The variables of the function, its parameters first. */
  Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    parameters().forEach(parameter -> names.add(parameter.name()));
    for (Statement statement : function == null ? List.<Statement>of() : statements()) {
      Stream<Expression> targets =
          statement instanceof Statement.Assign assign
              ? assign.targets().stream()
              : statement instanceof Statement.For loop ? Stream.of(loop.target()) : Stream.of();
      targets
          .filter(target -> !(target instanceof Expression.Attribute))
          .filter(target -> !(target instanceof Expression.Subscript))
          .flatMap(target -> Subexpressions.of(target).stream())
          .filter(Expression.Name.class::isInstance)
          .forEach(name -> names.add(((Expression.Name) name).id()));
    }
    return names;
  }

  /** What a variable is assigned, and what a loop over it goes through. */
  List<Expression> values(String name) {
    List<Expression> values = new ArrayList<>();
    for (Statement statement : statements()) {
      if (statement instanceof Statement.Assign assign
          && assign.targets().stream().anyMatch(target -> isNamed(target, name))) {
        values.add(assign.value());
      } else if (statement instanceof Statement.For loop && isNamed(loop.target(), name)) {
        values.add(loop.iterable());
      }
    }
    return values;
  }

  private static boolean isNamed(Expression target, String name) {
    return target instanceof Expression.Name one && one.id().equals(name);
  }

  /** The line with another text for a stretch of it; null where that is not one line. */
  @Nullable Edit replaced(Span span, String text) {
    if (span.line() != span.lastLine()) {
      return null;
    }
    String line = file.program().line(span.line());
    String changed = line.substring(0, span.start()) + text + line.substring(span.end());
    return new Edit.ReplaceSource(file.name(), span.line(), changed.strip());
  }
}
