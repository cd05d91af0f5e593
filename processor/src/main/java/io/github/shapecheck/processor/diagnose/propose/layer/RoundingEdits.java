package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Value;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proposes to round the sizes of windows the other way, as a shortcut's pool beside a convolution.
 */
public final class RoundingEdits {
  private static final int NEAREST = 6;

  private RoundingEdits() {}

  /** Edits to try, of near layers first. */
  public static Stream<Edit> of(Failure failure) {
    return failure.layers().stream()
        .limit(NEAREST)
        .filter(spot -> spot.number(Role.KERNEL) > 0)
        .flatMap(
            spot ->
                spot.numbers(Role.FLAG)
                    .flatMap(
                        flag ->
                            Optional.ofNullable(spot.layer().attributes().get(flag.member()))
                                .filter(attribute -> attribute.value() instanceof Value.Bool)
                                .map(attribute -> ((Value.Bool) attribute.value()).value())
                                .map(now -> spot.set(flag.member(), new Setting.Flag(!now)))
                                .stream()));
  }
}
