package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.AddedLayer;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proposes to make one row of features of a map in front of a Linear: the mean of each channel
 * where the Linear wants as many features as there are channels, else all its values.
 */
public final class FeatureEdits {
  private static final Set<Kind> MAKES_MAPS =
      EnumSet.of(Kind.CONVOLUTION, Kind.TRANSPOSED_CONVOLUTION, Kind.POOL, Kind.ADAPTIVE_POOL);

  private FeatureEdits() {}

  /** The mean over a map whose channels the Linear reads. */
  public static Stream<Edit> mean(Failure failure) {
    Tensor map = map(failure);
    List<LayerSpot> own = LayerSpot.named(failure.trace(), failure.problem().subject());
    if (map == null
        || own.size() != 1
        || !map.dim(1).equals(Dim.of(Math.max(0, own.get(0).number(Role.IN))))
        || !(failure.call().expression().orElse(null) instanceof Expression.Call layer)
        || layer.positional().size() != 1) {
      return Stream.of();
    }
    Expression argument = layer.positional().get(0);
    String axes =
        IntStream.range(2, map.rank()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    String method = map.rank() == 3 ? ".mean(2)" : ".mean((" + axes + "))";
    return failure.call().replaced(argument, failure.call().operand(argument) + method).stream();
  }

  /** A Flatten, after which the Linear's own number is to change. */
  public static Stream<Edit> flattened(Failure failure) {
    List<LayerSpot> own = LayerSpot.named(failure.trace(), failure.problem().subject());
    return map(failure) == null || own.size() != 1
        ? Stream.of()
        : Stream.of(
            AddedLayer.of(Catalogue.layer(Kind.FLATTEN, 0)).before(failure.problem().subject()));
  }

  /** What a Linear receives, where convolutions or pools made it. */
  private static @Nullable Tensor map(Failure failure) {
    Step step = failure.step().orElse(null);
    Tensor arriving = step == null || step.arguments().isEmpty() ? null : step.arguments().get(0);
    Tensor made = arriving;
    while (made != null && made.rank() > 2 && made.source() >= 0) {
      Step maker = failure.trace().steps().get(made.source());
      if (MAKES_MAPS.contains(maker.kind())) {
        return arriving;
      }
      made = maker.kind().keepsMaps() ? maker.arguments().get(0) : null;
    }
    return null;
  }
}
