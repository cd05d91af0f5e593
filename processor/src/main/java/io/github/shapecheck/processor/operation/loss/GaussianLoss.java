package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/**
 * The likelihood under a normal distribution: {@code GaussianNLLLoss}. Rules gaussian-loss-1 to
 * gaussian-loss-3.
 */
public record GaussianLoss() implements Rule {
  @Override
  public void check(Call call) {
    Loss.checkReduction(call, false);
    if (call.knows("eps") && call.real("eps") <= 0) {
      call.problem(ProblemId.RANGE, "eps", "needs eps above 0 but has " + call.real("eps"));
    }
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Tensor target = call.tensor("target");
    Loss.requireSame(call, input, target, Loss.Names.LABELS); // gaussian-loss-1
    if (call.get("var") instanceof Value.Real || call.get("var").dim() != null) {
      return Loss.reduced(call, input, input.shape()); // gaussian-loss-2
    }
    Tensor variance = call.tensor("var");
    if (!fits(call, input.shape(), variance.shape())) { // gaussian-loss-3
      call.problem(
              ProblemId.LOSS_SHAPE,
              "var",
              "needs a variance "
                  + input.shape()
                  + ", or with one of its axes of size 1, or without the last, but receives "
                  + variance.shape())
          .input(variance, input.shape());
    }
    return Loss.reduced(call, input, input.shape());
  }

  private static boolean fits(Call call, Shape input, Shape variance) {
    if (variance.equals(input)) {
      return true;
    }
    if (variance.rank() == input.rank() - 1) {
      return Shapes.same(call, input.remove(input.rank() - 1), variance);
    }
    if (variance.rank() != input.rank()) {
      return false;
    }
    int ones = 0;
    for (int i = 0; i < input.rank(); i++) {
      if (variance.dim(i).equals(Dim.of(1)) && !input.dim(i).equals(Dim.of(1))) {
        ones++;
      } else if (call.fails(variance.dim(i), Relation.EQ, input.dim(i))) {
        return false;
      }
    }
    return ones <= 1;
  }
}
