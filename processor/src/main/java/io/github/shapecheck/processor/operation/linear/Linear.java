package io.github.shapecheck.processor.operation.linear;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ReportedProblem;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.Map;

/**
 * A linear map of the last axis: {@code Linear} and {@code F.linear}. Rules linear-1 to linear-5.
 */
public record Linear() implements Rule {
  @Override
  public void check(Call call) {
    if (call.isLayer()) {
      Spatial.requireAtLeast(call, "in_features", 0); // linear-1
      Spatial.requireAtLeast(call, "out_features", 0);
    }
  }

  @Override
  public Weights weights(Call call) {
    Dim out = call.dim("out_features");
    return Weights.start().add("weight", out, in(call)).addIf(call.truth("bias"), "bias", out);
  }

  private static Dim in(Call call) {
    if (!call.infers("in_features")) {
      return call.dim("in_features");
    }
    return call.has("input") && call.get("input") instanceof Tensor input && input.rank() > 0
        ? input.dim(-1)
        : Dim.unknown();
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input", 1, Call.ANY); // linear-2
    return call.isLayer()
        ? apply(call, input, in(call), call.dim("out_features"))
        : applyFunction(call, input);
  }

  private static Value applyFunction(Call call, Tensor input) {
    Tensor weight = call.tensor("weight");
    Tensor bias = call.optionalTensor("bias");
    if (bias != null && bias.rank() > 0 && weight.rank() == 2) { // linear-5
      Dim out = weight.dim(0);
      boolean one = bias.dim(-1).equals(Dim.of(1));
      if (!one && call.fails(bias.dim(-1), Relation.EQ, out)) {
        call.problem(
            ProblemId.BROADCAST, "bias", "needs a bias [" + out + "] but receives " + bias.shape());
      }
    }
    if (weight.rank() == 1) { // linear-4: a weight of one axis is a dot product
      if (bias != null) {
        throw call.refuse(
            ProblemId.RANK,
            "weight",
            "needs a weight of 2 axes with a bias, not " + weight.shape());
      }
      Tensor one = apply(call, input, weight.dim(0), Dim.of(1));
      return one.as(one.shape().remove(one.rank() - 1));
    }
    if (weight.rank() != 2) {
      throw call.refuse(
          ProblemId.RANK,
          "weight",
          "needs a weight of 1 or 2 axes but receives " + Axes.of(weight.shape()));
    }
    return apply(call, input, weight.dim(1), weight.dim(0));
  }

  private static Tensor apply(Call call, Tensor input, Dim in, Dim out) {
    Dim features = input.dim(-1);
    if (call.fails(features, Relation.EQ, in)) { // linear-3
      ReportedProblem reported =
          call.problem(
                  ProblemId.LINEAR_IN,
                  call.isLayer() ? "in_features" : "weight",
                  "expects " + Axes.count(in, "feature") + " but receives " + features)
              .set("in_features", features);
      if (input.rank() > 2) {
        reported.addLayer("Flatten", Map.of());
      }
    }
    Spatial.requireFloating(call, input); // linear-3
    Shape shape = input.shape().with(input.rank() - 1, out);
    call.macs(in.times(shape.numel()));
    return input.as(shape);
  }
}
