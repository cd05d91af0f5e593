package io.github.shapecheck.processor.operation.norm;

import io.github.shapecheck.processor.operation.Axes;
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
import io.github.shapecheck.shape.Shape;

/**
 * Normalization of each channel over the batch: {@code BatchNorm2d}, {@code SyncBatchNorm}. Rules
 * batch-norm-1 to batch-norm-4.
 *
 * @param least the fewest axes
 * @param most the most axes
 */
public record BatchNorm(int least, int most) implements Rule {
  private static final Dim ZERO = Dim.of(0);
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "num_features", 0); // batch-norm-1
  }

  @Override
  public Weights weights(Call call) {
    return Normalized.weights(call, Normalized.features(call, 1));
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() < least || input.rank() > most) { // batch-norm-2
      String axes = least == most ? "" + least : least + (most > 5 ? " or more" : " or " + most);
      throw call.refuse(
          ProblemId.RANK,
          null,
          "needs " + axes + " axes, with a batch, but receives " + Axes.of(input.shape()));
    }
    if (input.shape().dims().contains(ZERO)) {
      Normalized.checkEmpty(call, input.dim(1)); // batch-norm-7
    } else {
      Normalized.checkFeatures(call, input.dim(1)); // batch-norm-3
      if (call.fails(input.dim(1), Relation.GE, ONE)) {
        call.problem(ProblemId.ZERO_SIZE, null, "receives no channel, " + input.shape());
      }
    }
    Elements.requireFloating(call, input);
    Shape values = input.shape().remove(1);
    boolean always = !call.flag("track_running_stats");
    if (always && call.fails(values.numel(), Relation.NE, ONE)) { // batch-norm-6
      call.problem(
          ProblemId.OUTPUT_TOO_SMALL,
          null,
          "has no running statistics and only one value per channel to take them from");
    }
    return input.as(input.shape());
  }

  /** The function, which has the statistics and weights as tensors. Rule batch-norm-5. */
  public static Value applyFunction(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireAtLeastRank(call, input, 2, "");
    Elements.requireFloating(call, input);
    Normalized.checkVectors(call, input.dim(1));
    return input.as(input.shape());
  }
}
