package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /** Another size for an adaptive pool, with which a Linear behind it has what it reads. */
  public static Stream<Edit> adaptive(Failure failure) {
    Shape map = flattened(failure).orElse(null);
    List<Dim> wanted = failure.problem().facts().numbers();
    if (map == null || wanted.size() != 1 || !wanted.get(0).isConstant()) {
      return Stream.of();
    }
    return failure.layers().stream()
        .flatMap(spot -> spot.numbers(Role.SIZE))
        .filter(size -> !size.numbers().isEmpty())
        .limit(1)
        .flatMap(
            size ->
                sides(map, wanted.get(0).value()).stream()
                    .map(
                        sides ->
                            size.spot()
                                .set(
                                    size.member(),
                                    sides.size() == 1
                                        ? Setting.of(sides.get(0))
                                        : new Setting.Numbers(sides))));
  }

  /** The map of which a Linear reads all values of a sample. */
  public static Optional<Shape> flattened(Failure failure) {
    return failure.problem().id() != ProblemId.LINEAR_IN
        ? Optional.empty()
        : failure.step().stream()
            .flatMap(step -> step.arguments().stream())
            .filter(row -> row.source() >= 0)
            .map(row -> failure.trace().steps().get(row.source()))
            .filter(maker -> maker.kind() == Kind.RESHAPE || maker.kind() == Kind.FLATTEN)
            .map(maker -> maker.arguments().get(0).shape())
            .filter(shape -> shape.rank() > 2)
            .findFirst();
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
          .filter(values -> map.rank() == 4)
          .flatMap(values -> sides(map, values))
          .map(PoolEdits::text)
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

  private static String text(List<Long> sides) {
    String numbers = sides.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return sides.size() == 1 ? numbers : "(" + numbers + ")";
  }

  /**
   * The length, or height and width in about the map's proportions, that make so many values; one
   * number where they are equal.
   */
  private static Optional<List<Long>> sides(Shape map, long values) {
    boolean known =
        (map.rank() == 3 || map.rank() == 4)
            && !map.dims().contains(Dim.of(0))
            && map.dim(0).equals(InputDeclaration.BATCH);
    if (!known || !map.dims().subList(1, map.rank()).stream().allMatch(Dim::isConstant)) {
      return Optional.empty();
    }
    long cells = values / map.dim(1).value();
    if (cells == 0 || values % map.dim(1).value() != 0) {
      return Optional.empty();
    }
    if (map.rank() == 3) {
      return Optional.of(List.of(cells));
    }
    double proportion = (double) map.dim(2).value() / map.dim(3).value();
    long best = 1;
    for (long height = 1; height <= Math.min(cells, 4096); height++) {
      if (cells % height == 0
          && distance(height, cells, proportion) < distance(best, cells, proportion)) {
        best = height;
      }
    }
    return Optional.of(best * best == cells ? List.of(best) : List.of(best, cells / best));
  }

  private static double distance(long height, long cells, double proportion) {
    return Math.abs(Math.log((double) height * height / cells / proportion));
  }
}
