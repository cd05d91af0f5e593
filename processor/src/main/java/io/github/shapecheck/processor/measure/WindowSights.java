package io.github.shapecheck.processor.measure;

import io.github.shapecheck.processor.op.Window;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values see through kernels that slide over the last axes: convolutions and pools. */
final class WindowSights {
  private WindowSights() {}

  /** Through a convolution or a pool. */
  static @Nullable Sight through(Sight sight, List<Window> windows, Shape output) {
    Sight result = sight;
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      Dim reach = window.dilation().times(window.kernel().minus(1));
      int axis = output.rank() - windows.size() + i;
      result = slide(result, axis, new Slide(window.before(), reach, window.stride()), output);
      if (result == null) {
        return null;
      }
    }
    return result;
  }

  /**
   * A kernel over one axis.
   *
   * @param before the padding in front
   * @param reach from the kernel's first cell to its last
   */
  record Slide(Dim before, Dim reach, Dim stride) {}

  static @Nullable Sight slide(Sight sight, int axis, Slide slide, Shape output) {
    if (axis >= sight.walks().size()) {
      return null;
    }
    Walk walk = sight.walks().get(axis);
    if (!walk.moves()) {
      return sight;
    }
    Fraction jump = walk.jump();
    int input = walk.axis();
    if (jump == null || input < 0) {
      return null;
    }
    return sight
        .grown(input, jump.times(slide.before().negate()), jump.times(slide.reach()))
        .withWalk(axis, Walk.along(input, jump.times(slide.stride()), output.dim(axis)));
  }

  /**
   * Through a transposed convolution: output o reads the inputs i with {@code o = i * stride -
   * before + t} for a cell t of the kernel, so {@code (o + before - reach) / stride <= i <= (o +
   * before) / stride}.
   */
  static @Nullable Sight transposed(Sight sight, List<Window> windows, Shape output) {
    Sight result = sight;
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      int axis = output.rank() - windows.size() + i;
      Walk walk = axis < result.walks().size() ? result.walks().get(axis) : Walk.NONE;
      Fraction jump = walk.jump();
      if (!walk.moves()) {
        continue;
      }
      if (jump == null || walk.axis() < 0 || !window.stride().isConstant()) {
        return null;
      }
      Fraction step = jump.over(window.stride().value());
      Dim reach = window.dilation().times(window.kernel().minus(1));
      result =
          result
              .grown(walk.axis(), step.times(window.before().minus(reach)), step.times(reach))
              .withWalk(axis, Walk.along(walk.axis(), step, output.dim(axis)));
    }
    return result;
  }
}
