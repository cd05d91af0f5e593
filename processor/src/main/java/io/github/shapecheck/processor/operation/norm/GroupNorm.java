package io.github.shapecheck.processor.operation.norm;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.ProposedNumbers;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;

/**
 * Normalization of groups of channels of each sample: {@code GroupNorm} and {@code F.group_norm}.
 * Rules group-norm-1 to group-norm-5.
 */
public record GroupNorm() implements Rule {
  private static final Dim ZERO = Dim.of(0);

  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "num_groups", 1); // group-norm-1
    if (call.isLayer()) {
      Spatial.requireAtLeast(call, "num_channels", 0);
      checkDivides(call, call.dim("num_channels"), "num_channels"); // group-norm-2
    }
  }

  private static void checkDivides(Call call, Dim channels, String of) {
    Dim groups = call.dim("num_groups");
    boolean sound = groups.isConstant() && groups.value() > 0;
    if (sound && call.fails(channels.mod(groups), Relation.EQ, ZERO)) {
      call.problem(
              ProblemId.DIVISIBLE,
              "num_groups",
              "has " + groups + " groups, which do not divide " + call.label(of) + " = " + channels)
          .set("num_groups", ProposedNumbers.commonDivisor(channels, groups.value()))
          .set("num_groups", ProposedNumbers.nearestDivisors(channels, groups.value()));
    }
  }

  @Override
  public Weights weights(Call call) {
    boolean affine = call.flag("affine");
    Dim channels = call.dim("num_channels");
    return Weights.start().addIf(affine, "weight", channels).addIf(affine, "bias", channels);
  }

  /** Rule group-norm-6: one value alone has no variance. */
  private static void checkValues(Call call, Tensor input) {
    Dim groups = call.dim("num_groups");
    if (!groups.isConstant() || groups.value() < 1) {
      return;
    }
    Dim values = input.dim(0).times(input.dim(1)).floorDiv(groups);
    for (int axis = 2; axis < input.rank(); axis++) {
      values = values.times(input.dim(axis));
    }
    if (call.fails(values, Relation.NE, Dim.of(1))) {
      call.problem(
          ProblemId.OUTPUT_TOO_SMALL,
          null,
          "normalizes groups of one value, which has no variance, in " + input.shape());
    }
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireAtLeastRank(call, input, 2, "[N, C, ...]"); // group-norm-3
    Elements.requireFloating(call, input);
    Dim channels = input.dim(1);
    if (!call.isLayer() || !call.flag("affine")) {
      checkDivides(call, channels, call.isLayer() ? "num_channels" : "num_groups"); // group-norm-4
    } else if (call.fails(call.dim("num_channels"), Relation.EQ, channels)) { // group-norm-5
      call.problem(
              ProblemId.FEATURES,
              "num_channels",
              "expects %s but receives %s"
                  .formatted(Axes.count(call.dim("num_channels"), "channel"), channels))
          .set("num_channels", channels);
    }
    checkValues(call, input); // group-norm-6
    for (String name : new String[] {"weight", "bias"}) {
      Tensor tensor = call.knows(name) ? call.optionalTensor(name) : null;
      if (tensor != null
          && (tensor.rank() != 1 || call.fails(tensor.dim(0), Relation.EQ, channels))) {
        call.problem(
            ProblemId.FEATURES,
            name,
            "needs a " + name + " [" + channels + "] but receives " + tensor.shape());
      }
    }
    return input.as(input.shape());
  }
}
