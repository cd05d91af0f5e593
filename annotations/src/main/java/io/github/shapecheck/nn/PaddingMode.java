package io.github.shapecheck.nn;

/** What stands in the padding of a convolution. */
public enum PaddingMode {
  /** Zeros. */
  ZEROS,

  /** The input mirrored at its edge; the padding must be smaller than the input. */
  REFLECT,

  /** The value at the edge. */
  REPLICATE,

  /** The other end of the input; the padding is at most the size of the input. */
  CIRCULAR
}
