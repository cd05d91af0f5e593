package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/**
 * A softmax over classes grouped by how frequent they are: {@code AdaptiveLogSoftmaxWithLoss}.
 * Rules adaptive-softmax-1 to adaptive-softmax-4.
 */
public record AdaptiveSoftmax() implements Rule {
  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "in_features", 1);
    Dim[] cutoffs = call.dims("cutoffs");
    Dim least = Dim.of(1);
    boolean rising = cutoffs.length > 0;
    for (Dim cutoff : cutoffs) {
      rising &= !call.fails(cutoff, Relation.GE, least);
      least = cutoff.plus(1);
    }
    if (!rising || call.fails(least, Relation.LE, call.dim("n_classes"))) { // adaptive-softmax-1
      call.problem(
          ProblemId.RANGE,
          "cutoffs",
          "needs cutoffs that rise from 1 to below its " + call.dim("n_classes") + " classes");
    }
  }

  @Override
  public Weights weights(Call call) {
    Dim in = call.dim("in_features");
    Dim[] cutoffs = call.dims("cutoffs");
    if (cutoffs.length == 0) {
      return Weights.NONE;
    }
    Dim head = cutoffs[0].plus(cutoffs.length);
    Weights weights =
        Weights.start()
            .add("head.weight", head, in)
            .addIf(call.flag("head_bias"), "head.bias", head);
    double narrower = call.real("div_value");
    for (int i = 0; i < cutoffs.length; i++) { // adaptive-softmax-2
      Dim next = i + 1 < cutoffs.length ? cutoffs[i + 1] : call.dim("n_classes");
      Dim width =
          in.isConstant()
              ? Dim.of((long) Math.floor(in.value() / Math.pow(narrower, i + 1.0)))
              : Dim.unknown();
      weights
          .add("tail." + i + ".0.weight", width, in)
          .add("tail." + i + ".1.weight", next.minus(cutoffs[i]), width);
    }
    return weights;
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Tensor target = call.tensor("target");
    if (input.rank() != 1 && input.rank() != 2) { // adaptive-softmax-3
      throw call.refuse(
          ProblemId.RANK, "input", "needs [N, in] or [in] but receives " + input.shape());
    }
    Dim in = call.dim("in_features");
    if (call.fails(in, Relation.EQ, input.dim(-1))) {
      call.problem(
              ProblemId.LINEAR_IN,
              "in_features",
              "expects " + Axes.count(in, "feature") + " but receives " + input.dim(-1))
          .set("in_features", input.dim(-1));
    }
    Shape samples = input.shape().remove(input.rank() - 1);
    if (!Shapes.same(call, target.shape(), samples)) { // adaptive-softmax-4
      call.problem(
              ProblemId.LOSS_SHAPE,
              "target",
              "needs class indices %s for the output %s but receives %s",
              samples,
              input.shape(),
              target.shape())
          .input(target, samples);
    } else if (target.dtype() != DType.INT64) {
      call.problem(
              ProblemId.LOSS_DTYPE,
              "target",
              "needs class indices of type long but receives " + target.dtype().torchName())
          .input(target, "long");
    }
    return Value.Sequence.tuple(input.as(samples), input.as(Shape.scalar()));
  }
}
