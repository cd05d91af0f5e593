package io.github.shapecheck.processor.operation;

/** The rule of a loss whose only number of its own is the reduction. */
interface LossRule extends LayerRule {
  @Override
  default void check(Call call) {
    Loss.checkReduction(call, false);
  }
}
