package io.github.shapecheck.processor.diagnose.lint.flow;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;

/**
 * A kernel that slides over one axis of known size: which cells it reads, and what its own cells
 * get to see.
 *
 * @param size the cells of the axis
 * @param windows how many windows there are
 */
public record Sliding(
    String axis, long size, long windows, long kernel, long stride, long before, long dilation) {
  private static final long LONGEST = 1 << 20;

  private static final String[][] AXES = {
    {}, {"position"}, {"row", "column"}, {"slice", "row", "column"}
  };

  /** One for each spatial axis; empty for an operation without windows or with free sizes. */
  static List<Sliding> of(Node node) {
    List<Window> windows = node.step().windows();
    Tensor output = node.output();
    boolean reads = node.kind().sees() == Kind.Sees.WINDOWS;
    if (!reads || windows == null || output == null || windows.size() >= AXES.length) {
      return List.of();
    }
    List<Sliding> all = new ArrayList<>(windows.size());
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      Dim count = output.dim(i - windows.size());
      boolean known =
          window.input().isConstant()
              && window.kernel().isConstant()
              && window.stride().isConstant()
              && window.before().isConstant()
              && window.dilation().isConstant()
              && count.isConstant();
      if (!known || count.value() * window.kernel().value() > LONGEST) {
        return List.of();
      }
      all.add(
          new Sliding(
              AXES[windows.size()][i],
              window.input().value(),
              count.value(),
              window.kernel().value(),
              window.stride().value(),
              window.before().value(),
              window.dilation().value()));
    }
    return all;
  }

  /** The cells from the first to the last that one window spans. */
  public long extent() {
    return dilation * (kernel - 1) + 1;
  }

  /**
   * The cells behind the last window. Where windows stand apart on purpose, as those of a 1x1
   * convolution with stride 2, the gap behind the last one is no loss.
   */
  public long dropped() {
    long left = size + before - ((windows - 1) * stride + extent());
    return left > Math.max(0, stride - extent()) ? left : 0;
  }

  /** The cells between the first and the last one read that no window reads. */
  public long skipped() {
    if (stride == 1 || dilation == 1 && stride <= kernel) {
      return 0;
    }
    boolean[] read = new boolean[(int) Math.min(size, LONGEST)];
    int last = 0;
    for (long window = 0; window < windows; window++) {
      for (long cell = 0; cell < kernel; cell++) {
        long at = window * stride + cell * dilation - before;
        if (at >= 0 && at < read.length) {
          read[(int) at] = true;
          last = Math.max(last, (int) at);
        }
      }
    }
    long skipped = 0;
    for (int i = 0; i < last; i++) {
      skipped += read[i] ? 0 : 1;
    }
    return skipped;
  }

  /** The windows that read nothing but padding. */
  public long blind() {
    long first = before < extent() ? 0 : (before - extent()) / stride + 1;
    long last = Math.max(first, (size + before + stride - 1) / stride);
    return Math.min(first, windows) + Math.max(0, windows - last);
  }

  /** The cells of the kernel that read something but padding in at least one window. */
  public long alive() {
    long alive = 0;
    for (long cell = 0; cell < kernel; cell++) {
      boolean sees = false;
      for (long window = 0; window < windows && !sees; window++) {
        long at = window * stride + cell * dilation - before;
        sees = at >= 0 && at < size;
      }
      alive += sees ? 1 : 0;
    }
    return alive;
  }

  /** So many of the axis's cells in words: {@code 1 row}, {@code 2 columns}. */
  public String count(long number) {
    return number + " " + axis + (number == 1 ? "" : "s");
  }
}
