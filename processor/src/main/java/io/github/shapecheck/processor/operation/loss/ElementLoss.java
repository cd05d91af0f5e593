package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/**
 * A loss of every element against a label of its own: {@code MSELoss}, {@code
 * F.binary_cross_entropy} and their like. Rules element-loss-1 to element-loss-6.
 */
public record ElementLoss(Kind kind) implements Rule {
  /** How the losses differ in what they accept. */
  public enum Kind {
    /** Differing shapes are broadcast. */
    PLAIN,
    /** As plain, with the reduction batchmean. */
    DIVERGENCE,
    /** The loss of the last axis is one. */
    CLASSES,
    /** Labels are floating-point and of the very same shape. */
    BINARY
  }

  @Override
  public void check(Call call) {
    Loss.checkReduction(call, kind == Kind.DIVERGENCE);
    if (call.knows("beta") && call.real("beta") < 0) { // element-loss-1
      call.problem(
          ProblemId.RANGE, "beta", "needs beta of at least 0 but has " + call.real("beta"));
    }
    if (call.knows("delta") && call.real("delta") <= 0) { // element-loss-2
      call.problem(ProblemId.RANGE, "delta", "needs delta above 0 but has " + call.real("delta"));
    }
  }

  @Override
  public Weights weights(Call call) {
    return call.knows("pos_weight")
        ? Loss.buffers(call, "weight", "pos_weight")
        : call.knows("weight") ? Loss.buffers(call, "weight") : Weights.NONE;
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Tensor target = call.tensor("target");
    boolean binary = kind == Kind.BINARY;
    boolean same =
        Loss.requireSame(
            call, input, target, new Loss.Names("input", "target", !binary)); // element-loss-3
    if (same && binary && !target.dtype().isFloating()) { // element-loss-4
      call.problem(
              ProblemId.LOSS_DTYPE,
              "target",
              "needs labels of floating point, numbers from 0 to 1, but receives "
                  + target.dtype().torchName())
          .input(target, "float");
    }
    for (String parameter : List.of("weight", "pos_weight")) { // element-loss-5
      Shape weight = call.knows(parameter) ? Loss.weights(call, parameter) : null;
      Shape both = weight == null ? null : Shapes.broadcast(input.shape(), weight);
      if (weight != null && (both == null || !Shapes.same(call, both, input.shape()))) {
        call.problem(
            ProblemId.LOSS_SHAPE,
            parameter,
            "has a %s %s that does not broadcast to %s",
            call.label(parameter),
            weight,
            input.shape());
      }
    }
    if (kind != Kind.CLASSES) {
      return Loss.reduced(call, input, input.shape());
    }
    Loss.requireClasses(call, input); // element-loss-6
    return Loss.reduced(call, input, input.shape().remove(input.rank() - 1));
  }
}
