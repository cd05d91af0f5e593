package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;

/**
 * A map of features with a batch axis in front, which is put there where it is missing.
 *
 * @param x the map
 * @param added whether the axis was missing
 */
record Batched(NDArray x, boolean added) {
  static Batched of(NDArray x, int axes) {
    boolean missing = x.getShape().dimension() == axes + 1;
    return new Batched(missing ? x.expandDims(0) : x, missing);
  }

  /** The result without the axis where it was missing. */
  NDArray restored(NDArray result) {
    return added ? result.squeeze(0) : result;
  }
}
