package io.github.shapecheck.processor.operation.norm;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;

/**
 * Normalization of each value by its neighbours in the channels: {@code LocalResponseNorm}. Rules
 * local-response-norm-1 and local-response-norm-2.
 *
 * @param most the most axes
 */
public record LocalResponseNorm(int least, int most) implements Rule {
  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "size", 1); // local-response-norm-1
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() < least || input.rank() > most) { // local-response-norm-2
      throw call.refuse(
          ProblemId.RANK,
          null,
          "needs %s%s axes but receives %s",
          least == most ? "" : "at least ",
          least,
          Axes.of(input.shape()));
    }
    return input.as(input.shape());
  }
}
