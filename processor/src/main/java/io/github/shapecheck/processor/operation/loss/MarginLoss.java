package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/**
 * A hinge loss over classes: {@code MultiMarginLoss}, {@code MultiLabelMarginLoss}. Rules
 * margin-loss-1 to margin-loss-6.
 *
 * @param multiLabel whether a sample has several labels, listed in a row of the output's length
 */
public record MarginLoss(boolean multiLabel) implements Rule {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Call call) {
    Loss.checkReduction(call, false);
    if (!multiLabel && call.integer("p") != 1 && call.integer("p") != 2) { // margin-loss-1
      call.problem(
          ProblemId.RANGE, "p", "needs an exponent p of 1 or 2 but has " + call.integer("p"));
    }
  }

  @Override
  public Weights weights(Call call) {
    return multiLabel ? Weights.NONE : Loss.buffers(call, "weight");
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Tensor target = call.tensor("target");
    if (input.rank() > 2) { // margin-loss-2
      throw call.refuse(
          ProblemId.RANK, "input", "needs [N, C] or [C] but receives " + input.shape());
    }
    Elements.requireFloating(call, input);
    Dim classes = input.rank() == 0 ? ONE : input.dim(-1);
    if (call.fails(classes, Relation.GE, ONE)) { // margin-loss-3
      call.problem(ProblemId.ZERO_SIZE, "input", "receives no classes: " + input.shape());
    }
    Shape samples = input.rank() == 2 ? Shape.of(input.dim(0)) : Shape.scalar();
    Shape wanted = multiLabel ? input.shape() : samples;
    boolean fits = multiLabel ? fitsRow(call, input, target) : fitsSample(call, input, target);
    if (!fits) {
      call.problem(
              ProblemId.LOSS_SHAPE,
              "target",
              "needs labels %s of type long for the output %s but receives %s",
              wanted,
              input.shape(),
              target.shape())
          .input(target, wanted);
    } else if (target.dtype() != DType.INT64) { // margin-loss-5
      call.problem(
              ProblemId.LOSS_DTYPE,
              "target",
              "needs labels of type long but receives %s of %s"
                  .formatted(target.shape(), target.dtype().torchName()))
          .input(target, "long");
    }
    checkWeight(call, classes);
    return Loss.reduced(call, input, fits && !multiLabel ? target.shape() : samples);
  }

  /**
   * Rule margin-loss-4: one number for each sample; without a batch a tensor of one number will do.
   */
  private static boolean fitsSample(Call call, Tensor input, Tensor target) {
    Dim samples = input.rank() == 2 ? input.dim(0) : ONE;
    return target.rank() <= 1 && !call.fails(target.shape().numel(), Relation.EQ, samples);
  }

  /** Rule margin-loss-4: labels in the shape of the output. */
  private static boolean fitsRow(Call call, Tensor input, Tensor target) {
    if (input.rank() == 2) {
      return Shapes.same(call, input.shape(), target.shape());
    }
    Dim classes = input.rank() == 0 ? ONE : input.dim(0);
    return target.rank() <= 1 && !call.fails(target.shape().numel(), Relation.EQ, classes);
  }

  /** Rule margin-loss-6: a weight for each class. */
  private void checkWeight(Call call, Dim classes) {
    Shape weight = multiLabel ? null : Loss.weights(call, "weight");
    if (weight != null && (weight.rank() > 1 || call.fails(weight.numel(), Relation.EQ, classes))) {
      call.problem(
              ProblemId.LOSS_SHAPE,
              "weight",
              "has a class weight " + weight + " for " + classes + " classes")
          .set("weight", classes);
    }
  }
}
