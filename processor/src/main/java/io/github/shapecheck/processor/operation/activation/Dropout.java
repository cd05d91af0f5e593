package io.github.shapecheck.processor.operation.activation;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ElementOrder;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;

/**
 * Drops elements or whole channels: {@code Dropout2d}, {@code F.feature_alpha_dropout} and their
 * like. Rules dropout-1 to dropout-3.
 *
 * @param least the fewest axes that training takes
 * @param most the most axes
 */
public record Dropout(int least, int most) implements Rule {
  /** Element by element, for any number of axes. */
  public static final Dropout ELEMENTS = new Dropout(0, Integer.MAX_VALUE);

  @Override
  public void check(Call call) {
    double rate = call.real("p");
    if (!(rate >= 0 && rate <= 1)) { // dropout-1
      call.problem(ProblemId.RANGE, "p", "needs a probability from 0 to 1 but has " + rate);
    }
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    double rate = call.real("p");
    // dropout-2: else PyTorch never looks at the channels
    boolean drops = rate > 0 && rate < 1 && !input.shape().dims().contains(Dim.of(0));
    if (input.rank() > most || (most == 3 ? input.rank() < least : drops && input.rank() < least)) {
      throw call.refuse( // dropout-3
          ProblemId.RANK,
          null,
          "drops channels, for which it needs %s axes or more but receives %s"
              .formatted(least, Axes.of(input.shape())));
    }
    // Evaluation gives the input back, training a product.
    return ElementOrder.kept(input, input.as(input.shape()));
  }
}
