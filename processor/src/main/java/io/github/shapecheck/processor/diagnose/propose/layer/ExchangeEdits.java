package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.TunableMember;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.shape.Shape;
import java.util.Objects;
import java.util.stream.Stream;

/** Proposes to exchange the widths of a layer that receives just as many features as it makes. */
public final class ExchangeEdits {
  private ExchangeEdits() {}

  /** The layer's two numbers, each in the place of the other. */
  public static Stream<Edit> of(Failure failure) {
    return failure.layers().stream()
        .limit(1)
        .filter(spot -> spot.path().equals(failure.problem().subject()))
        .flatMap(spot -> of(spot, failure));
  }

  private static Stream<Edit> of(LayerSpot spot, Failure failure) {
    return spot.numbers(Role.IN)
        .flatMap(
            in ->
                spot.numbers(Role.OUT)
                    .filter(out -> in.declared() > 0 && in.declared() != out.declared())
                    .filter(out -> arrives(out, failure) && !isSquareElsewhere(out, failure))
                    .map(out -> spot.exchange(in, out))
                    .filter(Objects::nonNull));
  }

  /**
   * Whether another layer of the kind takes as much as it makes, just this: then that was meant.
   */
  private static boolean isSquareElsewhere(TunableMember out, Failure failure) {
    return failure.trace().layers().keySet().stream()
        .flatMap(path -> LayerSpot.named(failure.trace(), path).stream())
        .filter(spot -> spot.layer().type().equals(out.spot().layer().type()))
        .anyMatch(
            spot ->
                spot.number(Role.IN) == out.declared() && spot.number(Role.OUT) == out.declared());
  }

  /** Whether some axis of what arrives has just the size that the layer makes. */
  private static boolean arrives(TunableMember out, Failure failure) {
    for (Shape operand : failure.problem().facts().operands()) {
      if (operand.rank() > 1
          && operand.dims().subList(1, operand.rank()).stream()
              .anyMatch(dim -> dim.isConstant() && dim.value() == out.declared())) {
        return true;
      }
    }
    return false;
  }
}
