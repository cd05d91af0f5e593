package io.github.shapecheck.processor.op;

/**
 * A function of every element alone: activations, dropout, normalisation without numbers. The shape
 * stays; rule pointwise-1.
 */
record Pointwise() implements LayerRule {
  /** The one such rule. */
  static final Pointwise ANY = new Pointwise();

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    return input.as(input.shape());
  }
}
