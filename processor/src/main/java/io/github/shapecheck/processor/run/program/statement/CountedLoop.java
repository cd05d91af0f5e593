package io.github.shapecheck.processor.run.program.statement;

import static io.github.shapecheck.processor.python.ComparisonOperator.GREATER;
import static io.github.shapecheck.processor.python.ComparisonOperator.GREATER_OR_EQUAL;
import static io.github.shapecheck.processor.python.ComparisonOperator.LESS;
import static io.github.shapecheck.processor.python.ComparisonOperator.LESS_OR_EQUAL;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Bindings;
import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.run.object.ManyItems;
import io.github.shapecheck.processor.run.object.ManyRange;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.type.ManyIteration;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code while} that counts as a {@code range} does: {@code while t < n} with one {@code t += 1}.
 *
 * @param counter what it counts, on the left of its condition, alone or in a sum
 * @param change the statement that counts
 */
record CountedLoop(
    Statement.While loop,
    Expression.Comparison condition,
    Expression.Name counter,
    Statement.AugmentedAssign change) {

  /** The loop as one that counts; null for others. */
  static @Nullable CountedLoop of(Statement.While loop) {
    if (!(loop.condition() instanceof Expression.Comparison condition)) {
      return null;
    }
    Expression left = condition.left();
    boolean sum = left instanceof Expression.Binary binary && isOfSums(binary.operator());
    Expression counted = sum ? ((Expression.Binary) left).left() : left;
    if (!(counted instanceof Expression.Name counter)) {
      return null;
    }
    List<Statement> changes = loop.body().stream().filter(one -> changes(counter, one)).toList();
    Expression shift = sum ? ((Expression.Binary) left).right() : condition.right();
    boolean once = changes.size() == 1 && !reads(counter, shift, condition.right());
    return once
            && changes.get(0) instanceof Statement.AugmentedAssign change
            && isOfSums(change.operator())
        ? new CountedLoop(loop, condition, counter, change)
        : null;
  }

  private static boolean isOfSums(BinaryOperator operator) {
    return operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT;
  }

  private static boolean changes(Expression.Name name, Statement statement) {
    return Bindings.of(List.of(statement)).contains(name.id());
  }

  private static boolean reads(Expression.Name name, Expression... some) {
    return Stream.of(some)
        .map(one -> new Statement.Return(one, one.span()))
        .anyMatch(one -> Substatements.names(List.of(one)).contains(name.id()));
  }

  /** The same as a loop through numbers. */
  Statement.For through() {
    return new Statement.For(counter, condition, loop.body(), loop.otherwise(), loop.span());
  }

  /** The numbers, if a free size says how many; else null. */
  @Nullable ManyItems numbers(Evaluator evaluator) {
    Dim first = evaluator.evaluate(counter).dim();
    Dim left = evaluator.evaluate(condition.left()).dim();
    Dim bound = evaluator.evaluate(condition.right()).dim();
    Dim by = evaluator.evaluate(change.value()).dim();
    if (first == null || left == null || bound == null || by == null || !by.isConstant()) {
      return null;
    }
    long step = change.operator() == BinaryOperator.ADD ? by.value() : -by.value();
    Dim way = step > 0 ? bound.minus(left) : left.minus(bound);
    ComparisonOperator within = step > 0 ? LESS : GREATER;
    ComparisonOperator upTo = step > 0 ? LESS_OR_EQUAL : GREATER_OR_EQUAL;
    if (step == 0 || condition.operator() != within && condition.operator() != upTo) {
      return null;
    }
    way = condition.operator() == upTo ? way.plus(1) : way;
    ManyIteration many = new ManyIteration(evaluator.frame());
    Dim count = way.ceilDiv(Math.absExact(step));
    return many.isMany(count) ? many.of(new ManyRange(first, step, count), null) : null;
  }
}
