package io.github.shapecheck.nn;

/** How {@link EmbeddingBag} puts the rows of a bag together. */
public enum BagMode {
  /** Their sum. */
  SUM,

  /** Their mean. */
  MEAN,

  /** Their maximum. */
  MAX
}
