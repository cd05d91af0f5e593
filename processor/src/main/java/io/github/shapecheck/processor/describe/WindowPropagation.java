package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values see through kernels that slide over the last axes: convolutions and pools. */
final class WindowPropagation {
  private static final long MOST_CELLS = 4_096;

  private WindowPropagation() {}

  /** Through a convolution or a pool. */
  static @Nullable TensorField through(TensorField tensor, List<Window> windows, Shape output) {
    return sliding(tensor, windows, output, WindowPropagation::window);
  }

  private static @Nullable AxisField window(AxisField field, Window window) {
    Dim reach = window.dilation().times(window.kernel().minus(1));
    return field.window(window.before(), reach, window.stride());
  }

  /** Through a transposed convolution. */
  static @Nullable TensorField transposed(TensorField tensor, List<Window> windows, Shape output) {
    return sliding(tensor, windows, output, WindowPropagation::transposed);
  }

  /**
   * Output o reads the inputs i with {@code o = i * stride - before + t * dilation} for a cell t.
   */
  private static @Nullable AxisField transposed(AxisField field, Window window) {
    for (Dim number :
        List.of(window.stride(), window.before(), window.dilation(), window.kernel())) {
      if (!number.isConstant()) {
        return null;
      }
    }
    long stride = window.stride().value();
    long before = window.before().value();
    long dilation = window.dilation().value();
    long cells = window.kernel().value();
    if (stride < 1 || cells > MOST_CELLS) {
      return null;
    }
    return field.resampled(
        stride,
        1,
        o -> input(o + before - (cells - 1) * dilation, dilation, stride, cells),
        o -> input(o + before, -dilation, stride, cells));
  }

  /**
   * The first multiple of the stride from {@code from} on in steps, divided; nearby if there is
   * none.
   */
  private static long input(long from, long step, long stride, long cells) {
    for (long t = 0; t < cells; t++) {
      if (Math.floorMod(from + t * step, stride) == 0) {
        return (from + t * step) / stride;
      }
    }
    return Math.floorDiv(from, stride);
  }

  private interface Slide {
    @Nullable AxisField over(AxisField field, Window window);
  }

  private static @Nullable TensorField sliding(
      TensorField tensor, List<Window> windows, Shape output, Slide slide) {
    TensorField result = tensor;
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      int axis = output.rank() - windows.size() + i;
      TensorField next = result.changed(axis, field -> slide.over(field, window));
      if (next == null) {
        return null;
      }
      result = next;
    }
    return result.of(output);
  }
}
