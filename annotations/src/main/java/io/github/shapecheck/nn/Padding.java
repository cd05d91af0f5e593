package io.github.shapecheck.nn;

/** How a convolution is padded. */
public enum Padding {
  /** By the numbers in {@code p}. */
  EXPLICIT,

  /**
   * So that the output has the size of the input; only with stride 1, one more on the right where
   * it is odd.
   */
  SAME,

  /** Not at all. */
  VALID
}
