package io.github.shapecheck.processor.diagnose.lint;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that a piece of a forward pass reads, and the attributes that it names. */
final class Mentions {
  private final Set<String> names = new HashSet<>();
  private final Set<String> attributes = new HashSet<>();

  /** What a statement reads; a name that it only assigns is not read. */
  static Mentions of(Statement statement) {
    Mentions mentions = new Mentions();
    mentions.add(statement);
    return mentions;
  }

  /** What several statements read. */
  static Mentions of(List<Statement> statements) {
    Mentions mentions = new Mentions();
    statements.forEach(mentions::add);
    return mentions;
  }

  Set<String> names() {
    return names;
  }

  Set<String> attributes() {
    return attributes;
  }

  private void add(Statement statement) {
    if (statement instanceof Statement.Assign assign) {
      assign.targets().stream().filter(t -> !(t instanceof Expression.Name)).forEach(this::target);
      add(assign.value());
    } else if (statement instanceof Statement.AugmentedAssign augmented) {
      add(augmented.target());
      add(augmented.value());
    } else if (statement instanceof Statement.ExpressionStatement expression) {
      add(expression.value());
    } else if (statement instanceof Statement.Return returned) {
      add(returned.value());
    }
  }

  private void target(Expression target) {
    if (target instanceof Expression.TupleDisplay tuple) {
      tuple.items().forEach(this::target);
    } else if (target instanceof Expression.Starred starred) {
      target(starred.value());
    } else if (!(target instanceof Expression.Name)) {
      add(target);
    }
  }

  private void add(@Nullable Expression expression) {
    if (expression instanceof Expression.Name name) {
      names.add(name.id());
    } else if (expression instanceof Expression.Attribute attribute) {
      attributes.add(attribute.name());
      add(attribute.target());
    } else if (expression instanceof Expression.Call call) {
      add(call.callee());
      call.positional().forEach(this::add);
      call.keywords().forEach(keyword -> add(keyword.value()));
    } else if (expression instanceof Expression.Subscript subscript) {
      add(subscript.target());
      subscript.items().forEach(this::add);
    } else if (expression instanceof Expression.Slice slice) {
      add(slice.lower());
      add(slice.upper());
      add(slice.step());
    } else {
      operands(expression);
    }
  }

  private void operands(@Nullable Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      add(binary.left());
      add(binary.right());
    } else if (expression instanceof Expression.Comparison comparison) {
      add(comparison.left());
      add(comparison.right());
    } else if (expression instanceof Expression.Unary unary) {
      add(unary.operand());
    } else if (expression instanceof Expression.Starred starred) {
      add(starred.value());
    } else if (expression instanceof Expression.TupleDisplay tuple) {
      tuple.items().forEach(this::add);
    } else if (expression instanceof Expression.ListDisplay list) {
      list.items().forEach(this::add);
    }
  }
}
