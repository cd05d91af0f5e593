package io.github.shapecheck.processor.operation.linear;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/**
 * A bilinear map of the last axes of two inputs: {@code Bilinear} and {@code F.bilinear}. Rules
 * bilinear-1 to bilinear-3.
 */
public record Bilinear() implements Rule {
  @Override
  public void check(Call call) {
    if (call.isLayer()) { // bilinear-1
      Spatial.requireAtLeast(call, "in1_features", 1);
      Spatial.requireAtLeast(call, "in2_features", 0);
      Spatial.requireAtLeast(call, "out_features", 0);
    }
  }

  @Override
  public Weights weights(Call call) {
    Dim out = call.dim("out_features");
    return Weights.start()
        .add("weight", out, call.dim("in1_features"), call.dim("in2_features"))
        .addIf(call.flag("bias"), "bias", out);
  }

  @Override
  public Value apply(Call call) {
    Tensor first = call.tensor("input1");
    Tensor second = call.tensor("input2");
    if (first.rank() == 0 || !sameRows(call, first, second)) { // bilinear-2
      throw call.refuse(
          ProblemId.BROADCAST,
          "input2",
          "needs inputs that agree in all axes but the last but receives %s and %s"
              .formatted(first.shape(), second.shape()));
    }
    Elements.requireFloating(call, first);
    Elements.requireFloating(call, second);
    Shape weight = shape(call);
    checkFeatures(call, first, weight.dim(1), "in1_features"); // bilinear-3
    checkFeatures(call, second, weight.dim(2), "in2_features");
    Shape shape = first.shape().with(-1, weight.dim(0));
    call.macs(shape.numel().times(weight.dim(1)).times(weight.dim(2)));
    return first.as(shape);
  }

  private static Shape shape(Call call) {
    if (call.isLayer()) {
      return Shape.of(call.dim("out_features"), call.dim("in1_features"), call.dim("in2_features"));
    }
    Tensor weight = call.tensor("weight", 3, 3);
    return weight.shape();
  }

  private static boolean sameRows(Call call, Tensor first, Tensor second) {
    return first.rank() == second.rank()
        && Shapes.same(
            call, first.shape().remove(first.rank() - 1), second.shape().remove(second.rank() - 1));
  }

  private static void checkFeatures(Call call, Tensor input, Dim wanted, String parameter) {
    if (call.fails(wanted, Relation.EQ, input.dim(-1))) {
      call.problem(
              ProblemId.LINEAR_IN,
              call.isLayer() ? parameter : "weight",
              "expects " + Axes.count(wanted, "feature") + " but receives " + input.dim(-1))
          .set(parameter, input.dim(-1));
    }
  }
}
