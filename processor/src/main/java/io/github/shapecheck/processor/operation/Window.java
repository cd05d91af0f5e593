package io.github.shapecheck.processor.operation;

import io.github.shapecheck.shape.Dim;

/**
 * A kernel sliding over one axis.
 *
 * @param input the size of the axis
 * @param before padding in front
 * @param after padding behind
 */
public record Window(Dim input, Dim kernel, Dim stride, Dim before, Dim after, Dim dilation) {
  /** The same padding on both sides. */
  public static Window of(Dim input, Dim kernel, Dim stride, Dim padding, Dim dilation) {
    return new Window(input, kernel, stride, padding, padding, dilation);
  }

  /**
   * The cells that a dilated kernel spans: {@code dilation * (kernel - 1) + 1}; 3 with dilation 2
   * spans 5.
   */
  public Dim extent() {
    return dilation.times(kernel.minus(1)).plus(1);
  }

  /** The input with its padding. */
  public Dim padded() {
    return input.plus(before).plus(after);
  }

  /** The largest dilation that leaves the kernel room; unknown where none is at fault. */
  Dim nearestDilation() {
    boolean dilated = dilation.isConstant() && dilation.value() > 1 && !kernel.equals(Dim.of(1));
    Dim largest = dilated ? padded().minus(1).floorDiv(kernel.minus(1)) : Dim.unknown();
    return positive(largest) ? largest : Dim.unknown();
  }

  /** The largest kernel that its dilation leaves room for. */
  Dim largestKernel() {
    return positive(dilation) ? padded().minus(1).floorDiv(dilation).plus(1) : Dim.unknown();
  }

  /** The least padding on each side with which the kernel has room. */
  Dim leastPadding() {
    return extent().minus(input).plus(1).floorDiv(2);
  }

  /** Whether the numbers make sense at all: what does not has been reported before. */
  public boolean isSound() {
    return positive(kernel) && positive(stride) && positive(dilation);
  }

  private static boolean positive(Dim dim) {
    return !dim.isConstant() || dim.value() > 0;
  }

  /** {@code floor((input + padding - extent) / stride) + 1}: a kernel of 5 over 28 gives 24. */
  public Dim floorOutput() {
    return isSound() ? padded().minus(extent()).floorDiv(stride).plus(1) : Dim.unknown();
  }

  /** The formula with its numbers: {@code floor((28 + 2*0 - 1*(5-1) - 1) / 1) + 1 = 24}. */
  public String formula(Dim output, boolean ceil) {
    String padding = before.equals(after) ? "2*" + factor(before) : before + " + " + after;
    return (ceil ? "ceil((" : "floor((")
        + input
        + " + "
        + padding
        + " - "
        + factor(dilation)
        + "*("
        + kernel
        + "-1) - 1) / "
        + factor(stride)
        + ") + 1 = "
        + output;
  }

  private static String factor(Dim dim) {
    return dim.isConstant() && dim.value() >= 0 ? dim.toString() : "(" + dim + ")";
  }
}
