package io.github.shapecheck.processor.operation.vision;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.view.Reshaping;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Sampling by grids. Rules sample-1 and sample-2. */
public final class Vision {
  private Vision() {}

  /** sample-1: [N, C, H, W] at the places of a grid [N, h, w, 2]; likewise in three axes. */
  public static Value gridSample(Call call) {
    Tensor input = call.tensor("input");
    Tensor grid = call.tensor("grid");
    int axes = input.rank() - 2;
    if (axes < 2 || axes > 3 || grid.rank() != input.rank()) {
      String message = "needs [N, C, H, W] with a grid [N, h, w, 2] but receives ";
      throw call.refuse(ProblemId.RANK, "grid", message + input.shape() + " and " + grid.shape());
    }
    if (call.fails(input.dim(0), Relation.EQ, grid.dim(0))) {
      String message = "has " + input.dim(0) + " images for " + grid.dim(0) + " grids";
      call.problem(ProblemId.BROADCAST, "grid", message);
    }
    if (call.fails(grid.dim(-1), Relation.EQ, Dim.of(axes))) {
      String message =
          "needs " + axes + " coordinates on the grid's last axis, not " + grid.dim(-1);
      call.problem(ProblemId.BROADCAST, "grid", message);
    }
    List<Dim> dims = new ArrayList<>(input.shape().dims().subList(0, 2));
    dims.addAll(grid.shape().dims().subList(1, axes + 1));
    return input.as(Shape.of(dims));
  }

  /** sample-2: matrices [N, 2, 3] make a grid [N, H, W, 2] for an image of size [N, C, H, W]. */
  public static Value affineGrid(Call call) {
    Tensor theta = call.tensor("theta");
    List<Dim> size = Reshaping.sizes(call, "size");
    int axes = size.size() - 2;
    boolean fits = (axes == 2 || axes == 3) && theta.rank() == 3;
    if (!fits
        || call.fails(theta.dim(0), Relation.EQ, size.get(0))
        || call.fails(theta.dim(1), Relation.EQ, Dim.of(axes))
        || call.fails(theta.dim(2), Relation.EQ, Dim.of(axes + 1))) {
      String message = "does not fit matrices " + theta.shape() + " to an image ";
      throw call.refuse(ProblemId.RANK, "theta", message + Shape.of(size));
    }
    List<Dim> dims = new ArrayList<>(List.of(size.get(0)));
    dims.addAll(size.subList(2, size.size()));
    dims.add(Dim.of(axes));
    return theta.as(Shape.of(dims));
  }
}
