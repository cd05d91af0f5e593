package io.github.shapecheck.processor.operation.vision;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ProposedNumbers;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;

/**
 * Deals channels out between groups: {@code ChannelShuffle}. Rules pixel-shuffle-5 to
 * pixel-shuffle-7.
 */
public record ChannelShuffling() implements Rule {
  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "groups", 1); // pixel-shuffle-5
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireAtLeastRank(call, input, 3, "[N, C, ...]"); // pixel-shuffle-6
    Dim groups = call.dim("groups");
    boolean sound = groups.isConstant() && groups.value() > 0;
    if (sound && call.fails(input.dim(1).mod(groups), Relation.EQ, Dim.of(0))) { // pixel-shuffle-7
      call.problem(
              ProblemId.DIVISIBLE,
              "groups",
              "has %s groups, which do not divide the %s channels it receives",
              groups,
              input.dim(1))
          .set("groups", ProposedNumbers.nearestDivisors(input.dim(1), groups.value()));
    }
    return input.as(input.shape());
  }
}
