package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.ReportedProblem;
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
 * A loss over classes: {@code CrossEntropyLoss}, {@code F.nll_loss} and their like. Rules
 * class-loss-1 to class-loss-8.
 *
 * @param probabilities whether labels may be probabilities too
 */
public record ClassLoss(boolean probabilities) implements Rule {
  private static final Dim ZERO = Dim.of(0);

  @Override
  public void check(Call call) {
    Loss.checkReduction(call, false);
    if (probabilities && call.real("label_smoothing") > 1) { // class-loss-1
      call.problem(
          ProblemId.RANGE,
          "label_smoothing",
          "needs a smoothing from 0 to 1 but has " + call.real("label_smoothing"));
    }
  }

  @Override
  public Weights weights(Call call) {
    return Loss.buffers(call, "weight");
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Tensor target = call.tensor("target");
    Loss.requireClasses(call, input); // class-loss-2
    Elements.requireFloating(call, input);
    int axis = input.rank() == 1 ? 0 : 1;
    Shape indices = input.shape().remove(axis); // class-loss-3
    if (!input.dtype().isFloating()) {
      return Loss.reduced(call, input, indices);
    }
    boolean alike = target.shape().equals(input.shape());
    if (probabilities && alike && input.shape().isKnown()) {
      checkProbabilities(call, target, indices);
    } else if (!alike || !probabilities) {
      checkIndices(call, input, target, indices);
    }
    checkWeight(call, input.dim(axis));
    boolean labels = !probabilities || !alike;
    if (labels && input.dim(axis).equals(ZERO) && !indices.dims().contains(ZERO)) {
      call.problem( // class-loss-9
          ProblemId.ZERO_SIZE, "input", "has labels but no classes, " + input.shape());
    }
    return Loss.reduced(call, input, indices);
  }

  /**
   * Rule class-loss-4: labels of the output's very shape are probabilities, which are not integers.
   */
  private static void checkProbabilities(Call call, Tensor target, Shape indices) {
    if (!target.dtype().isFloating()) {
      call.problem(
              ProblemId.LOSS_DTYPE,
              "target",
              "receives labels %s of the output's shape, which are probabilities and need"
                  + " floating point, but they are %s; class indices would be %s",
              target.shape(),
              target.dtype().torchName(),
              indices)
          .input(target, "float")
          .input(target, indices);
    } else if (call.integer("ignore_index") >= 0) { // class-loss-5
      call.problem(
          ProblemId.ARGUMENT,
          "ignore_index",
          "cannot ignore the index "
              + call.integer("ignore_index")
              + ": its labels are probabilities");
    }
  }

  /**
   * Rules class-loss-6 and class-loss-7: class indices are the output without its classes, and
   * long.
   */
  private void checkIndices(Call call, Tensor input, Tensor target, Shape indices) {
    boolean indexed = target.dtype() == DType.INT64 || target.dtype() == DType.UINT8;
    if (!Shapes.same(call, target.shape(), indices)) {
      ReportedProblem reported =
          call.problem(
              ProblemId.LOSS_SHAPE,
              "target",
              "needs class indices %s of type long for the output %s%s, but receives %s of %s%s",
              indices,
              input.shape(),
              probabilities ? ", or probabilities " + input.shape() : "",
              target.shape(),
              target.dtype().torchName(),
              outputFor(target.shape(), input));
      reported.input(target, indexed || !probabilities ? indices : input.shape());
    } else if (!indexed) {
      call.problem(
              ProblemId.LOSS_DTYPE,
              "target",
              "needs class indices of type long but receives %s of %s"
                  .formatted(target.shape(), target.dtype().torchName()))
          .input(target, "long");
    }
  }

  /** What the output should be for these labels. */
  private static String outputFor(Shape target, Tensor input) {
    String wanted = "; for these labels the output should be ";
    if (target.rank() == 0) {
      return wanted + Shape.of(input.dim(input.rank() == 1 ? 0 : 1));
    }
    return input.rank() > 1
        ? wanted + target.insert(1, input.dim(1))
        : wanted + target.insert(1, Dim.symbol("C")) + ", scores of C classes";
  }

  /** Rule class-loss-8: a weight for each class. */
  private static void checkWeight(Call call, Dim classes) {
    Shape weight = Loss.weights(call, "weight");
    if (weight != null && call.fails(weight.numel(), Relation.EQ, classes)) {
      call.problem(
              ProblemId.LOSS_SHAPE,
              "weight",
              "has " + weight.numel() + " class weights for " + classes + " classes")
          .set("weight", classes);
    }
  }
}
