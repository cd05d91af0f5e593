package io.github.shapecheck.processor.python;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step of a forward pass as it is written. */
public sealed interface Statement {

  /** Where it stands, comments not included. */
  Span span();

  /** What it computes, if it computes anything. */
  default Optional<Expression> expression() {
    if (this instanceof Assign assign) {
      return Optional.of(assign.value());
    }
    if (this instanceof AugmentedAssign augmented) {
      return Optional.of(augmented.value());
    }
    if (this instanceof ExpressionStatement alone) {
      return Optional.of(alone.value());
    }
    return this instanceof Return returned
        ? Optional.ofNullable(returned.value())
        : Optional.empty();
  }

  /**
   * {@code a = b = value}: every target gets the value.
   *
   * @param targets each a {@code Name}, {@code Attribute}, {@code Subscript}, {@code Starred}
   *     inside a tuple, or a (nested) {@code TupleDisplay} of those; lists are given as tuples
   */
  record Assign(List<Expression> targets, Expression value, Span span) implements Statement {}

  /** {@code target += value} and its like; the target is a name, an attribute or a subscript. */
  record AugmentedAssign(Expression target, BinaryOperator operator, Expression value, Span span)
      implements Statement {}

  /** An expression on its own, for instance the bare name of a layer. */
  record ExpressionStatement(Expression value, Span span) implements Statement {}

  /** {@code return}, with what it returns if it says so. */
  record Return(@Nullable Expression value, Span span) implements Statement {}

  /**
   * Text with a syntax error, already reported.
   *
   * @param names what it would have assigned: from here on nothing is known about them
   */
  record Broken(Set<String> names, Span span) implements Statement {}
}
