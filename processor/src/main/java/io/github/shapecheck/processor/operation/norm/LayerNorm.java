package io.github.shapecheck.processor.operation.norm;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.ReportedProblem;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/**
 * Normalization of the last axes: {@code LayerNorm}, {@code RMSNorm} and their functions. Rules
 * layer-norm-1 to layer-norm-3.
 */
public record LayerNorm() implements Rule {
  @Override
  public void check(Call call) {
    if (call.dims("normalized_shape").length == 0) { // layer-norm-1
      call.problem(ProblemId.ARGUMENT, "normalized_shape", "needs at least one axis to normalize");
    }
    Spatial.requireAtLeast(call, "normalized_shape", 0);
  }

  @Override
  public Weights weights(Call call) {
    Dim[] shape = call.dims("normalized_shape");
    boolean affine = call.flag("elementwise_affine");
    boolean bias = affine && call.knows("bias") && call.flag("bias");
    return Weights.start().addIf(affine, "weight", shape).addIf(bias, "bias", shape);
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Elements.requireFloating(call, input);
    Shape wanted = Shape.of(call.dims("normalized_shape"));
    if (!endsWith(call, input.shape(), wanted)) { // layer-norm-2
      ReportedProblem reported =
          call.problem(
              ProblemId.NORMALIZED_SHAPE,
              "normalized_shape",
              "expects last axes of " + wanted + " but receives " + input.shape());
      if (input.rank() >= wanted.rank()) {
        reported.set("normalized_shape", last(input.shape(), wanted.rank()));
      }
    }
    for (String name : new String[] {"weight", "bias"}) { // layer-norm-3
      Tensor tensor = !call.isLayer() && call.knows(name) ? call.optionalTensor(name) : null;
      if (tensor != null && !Shapes.same(call, tensor.shape(), wanted)) {
        call.problem(
            ProblemId.NORMALIZED_SHAPE,
            name,
            "needs a " + name + " " + wanted + " but receives " + tensor.shape());
      }
    }
    return input.as(input.shape());
  }

  private static boolean endsWith(Call call, Shape shape, Shape wanted) {
    if (shape.rank() < wanted.rank()) {
      return false;
    }
    for (int i = 1; i <= wanted.rank(); i++) {
      if (call.fails(shape.dim(-i), Relation.EQ, wanted.dim(-i))) {
        return false;
      }
    }
    return true;
  }

  private static Setting last(Shape shape, int count) {
    List<Dim> dims = shape.dims().subList(shape.rank() - count, shape.rank());
    List<Long> sizes = dims.stream().map(dim -> dim.isConstant() ? dim.value() : 0).toList();
    return count == 1 ? Setting.of(sizes.get(0)) : new Setting.Numbers(sizes);
  }
}
