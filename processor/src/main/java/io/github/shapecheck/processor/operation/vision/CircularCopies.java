package io.github.shapecheck.processor.operation.vision;

/**
 * How PyTorch pads an axis circularly: it copies the input into the middle, then the result's ends
 * from one side to the other. Where a side is cropped the parts may differ in length, which fails
 * though the result has a size. Rule pad-8.
 */
public final class CircularCopies {
  private CircularCopies() {}

  /** Whether all copies on an axis fit, for pads of which one is negative. */
  static boolean fit(long size, long before, long after) {
    long result = size + before + after;
    long front = Math.max(before, 0);
    long back = Math.max(after, 0);
    boolean middle =
        copies(
            slice(size, Math.max(-before, 0), size - Math.max(-after, 0)),
            slice(result, front, result - back));
    boolean first =
        before <= 0
            || copies(
                slice(result, result - before - back, result - back), slice(result, 0, before));
    boolean last =
        after <= 0
            || copies(slice(result, front, front + after), slice(result, result - after, result));
    return middle && first && last;
  }

  private static boolean copies(long from, long into) {
    return from == into || from == 1;
  }

  /** How many places a slice takes, negative ends counted from the back. */
  private static long slice(long size, long start, long end) {
    long from = Math.min(Math.max(start < 0 ? start + size : start, 0), size);
    long to = Math.min(Math.max(end < 0 ? end + size : end, from), size);
    return to - from;
  }
}
