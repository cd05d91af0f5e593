package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;

/**
 * The numbers of the whole model.
 *
 * @param params trainable parameters of every declared layer, a shared one counted once
 * @param buffers values of the tensors that are kept but not trained
 * @param macs multiplications with additions, for one sample
 * @param activationBytes memory of the inputs and of all that the steps produce: what a forward
 *     pass writes and what training keeps for the backward pass
 */
public record Totals(Dim params, Dim buffers, Dim macs, Dim activationBytes) {
  /** The memory of parameters and buffers if each value is of {@code dtype}. */
  public Dim weightBytes(String dtype) {
    return Sum.guarded(() -> params.plus(buffers).times(ElementType.bytes(dtype)));
  }
}
