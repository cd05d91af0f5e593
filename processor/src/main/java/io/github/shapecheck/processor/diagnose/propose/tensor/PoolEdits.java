package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Proposes to pool a map to the size that a view of it wants, as networks for images of any size
 * do.
 */
public final class PoolEdits {
  private PoolEdits() {}

  /** The mean of each channel, where a view wants as many values as there are channels. */
  public static Stream<Edit> mean(Failure failure) {
    return of(failure, "1"::equals);
  }

  public static Stream<Edit> of(Failure failure) {
    return of(failure, sides -> true);
  }

  private static Stream<Edit> of(Failure failure, Predicate<String> admitted) {
    Set<Edit> edits = new LinkedHashSet<>();
    FailingCall call = failure.call();
    Step step = call.step().orElse(null);
    if (step != null
        && step.kind() == Kind.RESHAPE
        && step.arguments().size() == 1
        && call.expression().orElse(null) instanceof Expression.Call view
        && view.callee() instanceof Expression.Attribute method) {
      Shape map = step.arguments().get(0).shape();
      wanted(view.positional(), call)
          .flatMap(values -> sides(map, values))
          .filter(admitted)
          .flatMap(
              sides ->
                  call.replaced(
                      method.target(),
                      "F.adaptive_avg_pool2d(" + call.text(method.target()) + ", " + sides + ")"))
          .ifPresent(edits::add);
    }
    return edits.stream();
  }

  /** The number of values that a row shall have. */
  private static Optional<Long> wanted(List<Expression> sizes, FailingCall call) {
    if (sizes.size() != 2) {
      return Optional.empty();
    }
    long product = 1;
    for (String factor : call.text(sizes.get(1)).split("\\*")) {
      String digits = factor.strip();
      if (!digits.matches("[1-9][0-9]{0,8}")) {
        return Optional.empty();
      }
      product = Math.multiplyExact(product, Long.parseLong(digits));
    }
    return Optional.of(product);
  }

  /** Height and width that make so many values, in about the map's proportions. */
  private static Optional<String> sides(Shape map, long values) {
    boolean known =
        map.rank() == 4
            && !map.dims().contains(Dim.of(0))
            && map.dim(0).equals(InputDeclaration.BATCH);
    if (!known || !map.dims().subList(1, 4).stream().allMatch(Dim::isConstant)) {
      return Optional.empty();
    }
    long cells = values / map.dim(1).value();
    if (cells == 0 || values % map.dim(1).value() != 0) {
      return Optional.empty();
    }
    double proportion = (double) map.dim(2).value() / map.dim(3).value();
    long best = 1;
    for (long height = 1; height <= Math.min(cells, 4096); height++) {
      if (cells % height == 0
          && distance(height, cells, proportion) < distance(best, cells, proportion)) {
        best = height;
      }
    }
    return Optional.of(
        best * best == cells ? Long.toString(best) : "(" + best + ", " + cells / best + ")");
  }

  private static double distance(long height, long cells, double proportion) {
    return Math.abs(Math.log((double) height * height / cells / proportion));
  }
}
