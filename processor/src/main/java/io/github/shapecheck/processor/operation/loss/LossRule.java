package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;

/** The rule of a loss whose only number of its own is the reduction. */
public interface LossRule extends Rule {
  @Override
  default void check(Call call) {
    Loss.checkReduction(call, false);
  }
}
