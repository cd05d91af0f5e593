package io.github.shapecheck.processor.operation.pool;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Value;

/**
 * The power mean over windows, an average pool without padding: {@code LPPool2d} and {@code
 * F.lp_pool1d}. Rules lp-pool-1 and lp-pool-2.
 */
public record PowerPooling(Pooling pooling) implements Rule {
  public static PowerPooling over(int axes) {
    return new PowerPooling(new Pooling(Pooling.Kind.AVERAGE, axes));
  }

  @Override
  public void check(Call call) {
    if (call.real("norm_type") == 0) { // lp-pool-1: the last step is a power of 1 / norm
      call.problem(ProblemId.RANGE, "norm_type", "needs a norm other than 0");
    }
    pooling.check(call);
  }

  @Override
  public Value apply(Call call) {
    Spatial.each(call, "kernel_size", pooling.axes());
    return pooling.apply(call); // lp-pool-2
  }
}
