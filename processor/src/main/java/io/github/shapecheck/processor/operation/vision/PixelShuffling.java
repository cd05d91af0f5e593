package io.github.shapecheck.processor.operation.vision;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ReportedProblem;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/**
 * Trades channels for pixels and back: {@code PixelShuffle} and {@code F.pixel_unshuffle}. Rules
 * pixel-shuffle-1 to pixel-shuffle-4.
 */
public record PixelShuffling(boolean back) implements Rule {
  private static final Dim ZERO = Dim.of(0);

  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, parameter(), 1); // pixel-shuffle-1
  }

  private String parameter() {
    return back ? "downscale_factor" : "upscale_factor";
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireAtLeastRank(call, input, 3, "[C, H, W]"); // pixel-shuffle-2
    long factor = call.integer(parameter());
    if (factor < 1) {
      throw call.abandon();
    }
    Dim area = Dim.of(factor).times(factor);
    Dim channels = input.dim(-3);
    if (!back) {
      divide(
          call,
          channels,
          area,
          factor + " * " + factor + " = " + area,
          "channels"); // pixel-shuffle-3
      return resized(input, channels.floorDiv(area), Dim.of(factor), Dim.of(1));
    }
    divide(call, input.dim(-2), Dim.of(factor), factor + "", "height"); // pixel-shuffle-4
    divide(call, input.dim(-1), Dim.of(factor), factor + "", "width");
    return input.shape().dims().stream().anyMatch(call::isEmpty)
        ? input.as(input.shape()) // pixel-shuffle-8
        : resized(input, channels.times(area), Dim.of(1), Dim.of(factor));
  }

  private void divide(Call call, Dim size, Dim divisor, String text, String axis) {
    if (call.fails(size.mod(divisor), Relation.EQ, ZERO)) {
      ReportedProblem reported =
          call.problem(
              ProblemId.DIVISIBLE,
              parameter(),
              "needs " + axis + " that " + text + " divides but receives " + size);
      for (long factor = Math.min(call.integer(parameter()), 64) - 1; factor > 1; factor--) {
        reported.set(parameter(), Dim.of(factor));
      }
    }
  }

  private static Tensor resized(Tensor input, Dim channels, Dim grows, Dim shrinks) {
    Shape shape = input.shape().with(-3, channels);
    for (int axis = -2; axis < 0; axis++) {
      shape = shape.with(axis, input.dim(axis).times(grows).floorDiv(shrinks));
    }
    return input.as(shape);
  }
}
