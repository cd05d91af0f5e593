package io.github.shapecheck.processor.measure;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What values see through operations that only change an axis's size: adaptive pools, upsampling,
 * shuffles.
 */
final class ResizeSights {
  private ResizeSights() {}

  /**
   * Value i of an adaptive pool averages the inputs from {@code floor(i*n/m)} to {@code
   * ceil((i+1)*n/m)}.
   */
  static @Nullable Sight adaptive(Sight sight, Shape input, Shape output) {
    Sight result = sight;
    for (int axis = 0; axis < output.rank(); axis++) {
      Dim n = input.dim(axis);
      Dim m = output.dim(axis);
      Walk walk = sight.walks().get(axis);
      if (!walk.moves() || n.equals(m)) {
        continue;
      }
      Fraction jump = walk.jump();
      if (jump == null) {
        return null;
      }
      if (m.equals(Dim.of(1))) {
        result = result.collapsed(axis);
      } else if (n.isConstant() && m.isConstant() && m.value() > 0) {
        Fraction stride = jump.times(n).over(m.value());
        Fraction more = jump.times(Dim.of(widest(n.value(), m.value()) - 1));
        result =
            result
                .grown(walk.axis(), Fraction.ZERO, more)
                .withWalk(axis, Walk.along(walk.axis(), stride, m));
      } else {
        return null;
      }
    }
    return result;
  }

  private static long widest(long n, long m) {
    long widest = 1;
    for (long i = 0; i < Math.min(m, n); i++) {
      widest = Math.max(widest, -Math.floorDiv(-(i + 1) * n, m) - i * n / m);
    }
    return widest;
  }

  /**
   * Each axis that grew by a whole factor is upsampled, by copying or by weighing {@code
   * neighbours}.
   */
  static @Nullable Sight enlarged(Sight sight, Shape input, Shape output, int neighbours) {
    Sight result = sight;
    for (int axis = 0; axis < output.rank(); axis++) {
      Walk walk = sight.walks().get(axis);
      if (!walk.moves() || input.dim(axis).equals(output.dim(axis))) {
        continue;
      }
      Fraction jump = walk.jump();
      long factor = factor(input.dim(axis), output.dim(axis));
      if (jump == null || factor < 1) {
        return null;
      }
      Fraction step = jump.over(factor);
      Fraction rest = step.times(Dim.of(factor - 1));
      Fraction more = rest.plus(jump.times(Dim.of(neighbours)));
      Fraction shift = rest.plus(jump.times(Dim.of(neighbours)).over(2));
      result =
          result
              .grown(walk.axis(), Fraction.ZERO.minus(shift), more)
              .withWalk(axis, Walk.along(walk.axis(), step, output.dim(axis)));
    }
    return result;
  }

  /** Each axis that shrank by a whole factor reads that many neighbours into channels. */
  static @Nullable Sight folded(Sight sight, Shape input, Shape output) {
    Sight result = sight;
    for (int axis = 0; axis < output.rank(); axis++) {
      if (!sight.walks().get(axis).moves() || input.dim(axis).equals(output.dim(axis))) {
        continue;
      }
      long factor = factor(output.dim(axis), input.dim(axis));
      if (factor < 1 || result == null) {
        return null;
      }
      Dim dim = Dim.of(factor);
      result =
          WindowSights.slide(
              result, axis, new WindowSights.Slide(Dim.of(0), dim.minus(1), dim), output);
    }
    return result;
  }

  /** The whole number by which a size grew, 0 where it is none. */
  private static long factor(Dim from, Dim to) {
    return to.dividedBy(from).filter(Dim::isConstant).map(Dim::value).orElse(0L);
  }
}
