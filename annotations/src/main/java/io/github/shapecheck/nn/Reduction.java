package io.github.shapecheck.nn;

/** How a loss puts the losses of the elements together. */
public enum Reduction {
  /** Not at all: the result has the shape of the elements. */
  NONE,

  /** Their mean, a scalar. */
  MEAN,

  /** Their sum, a scalar. */
  SUM,

  /** Their sum divided by the batch size, a scalar; only for {@link KLDivLoss}. */
  BATCHMEAN
}
