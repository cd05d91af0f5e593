package io.github.shapecheck.processor.operation.conv;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.processor.operation.Windows;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows of an image laid into columns and back: {@code Unfold}, {@code Fold}, {@code F.unfold},
 * {@code F.fold}. Rules fold-1 to fold-6.
 */
public record Unfolding(boolean back) implements Rule {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "kernel_size", 1); // fold-1
    Spatial.requireAtLeast(call, "dilation", 1);
    Spatial.requireAtLeast(call, "stride", 1);
    Spatial.requireAtLeast(call, "padding", 0);
    if (back) {
      Spatial.requireAtLeast(call, "output_size", 1);
    }
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    return back ? fold(call, input) : unfold(call, input);
  }

  private static Value unfold(Call call, Tensor input) {
    Spatial.requireRank(call, input, 2); // fold-2
    Spatial.requireCells(call, input, 3);
    Dim blocks = blocks(call, new Dim[] {input.dim(-2), input.dim(-1)});
    Dim rows = input.dim(-3).times(area(call));
    List<Dim> dims = new ArrayList<>(input.shape().dims().subList(0, input.rank() - 3));
    dims.add(rows);
    dims.add(blocks);
    return input.as(Shape.of(dims));
  }

  private static Value fold(Call call, Tensor input) {
    Spatial.requireRank(call, input, 1); // fold-4
    Spatial.requireCells(call, input, 2);
    Dim area = area(call);
    Dim rows = input.dim(-2);
    boolean sound = area.isConstant() && area.value() > 0;
    if (sound && call.fails(rows.mod(area), Relation.EQ, Dim.of(0))) { // fold-5
      call.problem(
          ProblemId.FOLD_SIZE,
          call.isLayer() ? "kernel_size" : null,
          "needs rows that the kernel's area of " + area + " divides but receives " + rows);
    }
    Dim[] size = Spatial.each(call, "output_size", 2);
    Dim blocks = blocks(call, size);
    if (call.fails(blocks, Relation.EQ, input.dim(-1))) { // fold-6
      call.problem(
          ProblemId.FOLD_SIZE,
          call.isLayer() ? "output_size" : null,
          "has " + blocks + " windows in its output but receives " + input.dim(-1) + " columns");
    }
    List<Dim> dims = new ArrayList<>(input.shape().dims().subList(0, input.rank() - 2));
    dims.add(sound ? rows.floorDiv(area) : Dim.unknown());
    dims.addAll(List.of(size));
    return input.as(Shape.of(dims));
  }

  private static Dim area(Call call) {
    Dim[] kernel = Spatial.each(call, "kernel_size", 2);
    return kernel[0].times(kernel[1]);
  }

  /** Rule fold-3: the windows on both axes, at least one on each. */
  private static Dim blocks(Call call, Dim[] size) {
    Dim product = ONE;
    for (int i = 0; i < 2; i++) {
      Window window =
          Window.of(
              size[i],
              Spatial.each(call, "kernel_size", 2)[i],
              Spatial.each(call, "stride", 2)[i],
              Spatial.each(call, "padding", 2)[i],
              Spatial.each(call, "dilation", 2)[i]);
      Dim blocks = window.floorOutput();
      if (call.fails(blocks, Relation.GE, ONE)) {
        new Windows(call, 2).reportNoRoom(ProblemId.OUTPUT_TOO_SMALL, window, i);
        blocks = Dim.unknown();
      }
      product = product.times(blocks);
    }
    return product;
  }
}
