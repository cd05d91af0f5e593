package io.github.shapecheck.processor.operation.norm;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;

/**
 * Normalization of each channel of each sample: {@code InstanceNorm1d} and its like. Rules
 * instance-norm-1 to instance-norm-4.
 */
public record InstanceNorm(int axes) implements Rule {
  private static final Dim ZERO = Dim.of(0);

  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "num_features", 0); // instance-norm-1
  }

  @Override
  public Weights weights(Call call) {
    return Normalized.weights(call, Normalized.features(call, -axes - 1));
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireRank(call, input, axes); // instance-norm-2
    boolean none = input.rank() == axes + 2 && input.dim(0).equals(ZERO);
    if (!none || call.flag("affine")) {
      Normalized.checkFeatures(call, input.dim(-axes - 1)); // instance-norm-3
    }
    if (none && call.flag("affine")) { // instance-norm-6
      call.problem(ProblemId.ZERO_SIZE, null, "receives no sample, " + input.shape());
    } else if (input.shape().dims().contains(ZERO)) {
      Normalized.checkEmpty(call, input.dim(-axes - 1));
    }
    checkValues(call, input, axes);
    return input.as(input.shape());
  }

  /** Rule instance-norm-4: one value alone has no variance. */
  private static void checkValues(Call call, Tensor input, int axes) {
    Elements.requireFloating(call, input);
    Dim values = Dim.of(1);
    for (int i = 1; i <= axes; i++) {
      values = values.times(input.dim(-i));
    }
    if (call.fails(values, Relation.NE, Dim.of(1))) {
      call.problem(
          ProblemId.OUTPUT_TOO_SMALL,
          null,
          "normalizes each channel over its pixels, but receives "
              + input.shape()
              + " with only one");
    }
  }

  /** The function, which has the statistics and weights as tensors. Rule instance-norm-5. */
  public static Value applyFunction(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireAtLeastRank(call, input, 3, "");
    checkValues(call, input, input.rank() - 2);
    Normalized.checkVectors(call, input.dim(1));
    return input.as(input.shape());
  }
}
