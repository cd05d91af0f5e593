package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.python.Bindings;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.python.Substatements;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The names in a function.
 *
 * @param free variables that the function does not make itself
 * @param attributes what stands behind dots, and strings that might
 */
record NamesRead(Set<String> free, Set<String> attributes) {

  static NamesRead of(Statement.FunctionDef function) {
    Set<String> read = new LinkedHashSet<>();
    Set<String> bound = new LinkedHashSet<>();
    Set<String> attributes = new LinkedHashSet<>();
    function.parameters().stream().map(Parameter::name).forEach(bound::add);
    bind(function.body(), bound);
    Set<Expression> ignored = Collections.newSetFromMap(new IdentityHashMap<>());
    Consumer<Expression> visitor =
        expression -> {
          if (expression instanceof Expression.Name name && !ignored.contains(name)) {
            read.add(name.id());
          } else if (expression instanceof Expression.Call call && isOfClasses(call)) {
            ignored.addAll(Subexpressions.of(call.positional().get(call.positional().size() - 1)));
            ignored.addAll(isSuper(call) ? call.positional() : List.of());
          } else if (expression instanceof Expression.Attribute attribute) {
            attributes.add(attribute.name());
          } else if (expression instanceof Expression.StringLiteral text) {
            attributes.add(text.value());
          } else if (expression instanceof Expression.Lambda lambda) {
            lambda.parameters().stream().map(Parameter::name).forEach(bound::add);
          } else if (expression instanceof Expression.Comprehension made) {
            made.clauses().forEach(clause -> target(clause.target(), bound));
          } else if (expression instanceof Expression.DictComprehension made) {
            made.clauses().forEach(clause -> target(clause.target(), bound));
          }
        };
    Expressions.in(List.of(function), visitor);
    read.removeAll(bound);
    return new NamesRead(read, attributes);
  }

  /** Whether a call names classes that the text need not know. */
  private static boolean isOfClasses(Expression.Call call) {
    return call.positional().size() == 2
        && (isSuper(call)
            || call.callee() instanceof Expression.Name isinstance
                && isinstance.id().equals("isinstance"));
  }

  private static boolean isSuper(Expression.Call call) {
    return call.callee() instanceof Expression.Name name && name.id().equals("super");
  }

  private static void bind(Collection<Statement> statements, Set<String> bound) {
    bound.addAll(Bindings.of(statements));
    for (Statement statement : statements) {
      if (statement instanceof Statement.FunctionDef inner) {
        inner.parameters().stream().map(Parameter::name).forEach(bound::add);
        bind(inner.body(), bound);
      }
      Substatements.blocks(statement).forEach(block -> bind(block, bound));
    }
  }

  private static void target(Expression target, Set<String> bound) {
    for (Expression part : Subexpressions.of(target)) {
      if (part instanceof Expression.Name name) {
        bound.add(name.id());
      }
    }
  }
}
