package io.github.shapecheck.processor.operation.linear;

import io.github.shapecheck.processor.operation.Abandoned;
import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/** Systems of linear equations. Rules matrix-4, matrix-7 and matrix-9. */
final class Equations {
  private Equations() {}

  /** matrix-4: as many equations as there are rows on the other side. */
  static Value solve(Call call) {
    Tensor input = Matrices.square(call);
    Tensor other = call.tensor("other");
    boolean vectors = areVectors(input, other);
    if (vectors && !call.flag("left")) {
      throw call.refuse(ProblemId.RANK, "left", "takes no vector on the left");
    }
    Tensor sides = vectors ? other.as(other.shape().insert(-1, Dim.of(1))) : other;
    Tensor solution = solved(call, input, sides);
    return vectors ? solution.as(solution.shape().remove(solution.rank() - 1)) : solution;
  }

  /**
   * matrix-9: triangles {@code [n, n]} on the left of {@code [n, k]} or the right of {@code [k,
   * n]}.
   */
  static Value triangular(Call call) {
    return solved(call, Matrices.square(call), call.tensor("other", 2, Call.ANY));
  }

  private static Tensor solved(Call call, Tensor input, Tensor sides) {
    require(call, input, sides, call.flag("left") ? -2 : -1);
    Shape all = Broadcasting.shapes(call, Matrices.stack(input), Matrices.stack(sides));
    return sides.as(all.insert(-1, sides.dim(-2)).insert(-1, sides.dim(-1)));
  }

  /** The sizes of the right sides are those of the rows, or they are one vector. */
  private static boolean areVectors(Tensor input, Tensor other) {
    return other.rank() == 1 || other.shape().equals(input.shape().remove(input.rank() - 1));
  }

  private static void require(Call call, Tensor input, Tensor sides, int axis) {
    if (sides.rank() < 2 || call.fails(input.dim(-2), Relation.EQ, sides.dim(axis))) {
      throw refuse(call, input, sides);
    }
  }

  private static Abandoned refuse(Call call, Tensor input, Tensor sides) {
    String both = input.shape() + " against " + sides.shape();
    return call.refuse(ProblemId.MATMUL, null, "cannot solve " + both);
  }

  /** matrix-7: as many equations as rows on the other side; a solution has a row a column. */
  static Value leastSquares(Call call) {
    Tensor input = Matrices.matrices(call);
    Tensor other = call.tensor("b");
    if (other.rank() > input.rank() || other.rank() < input.rank() - 1) {
      throw refuse(call, input, other);
    }
    boolean vectors = areVectors(input, other);
    Tensor sides = vectors ? other.as(other.shape().insert(-1, Dim.of(1))) : other;
    require(call, input, sides, -2);
    // LibTorch reads the first axes of the right sides as their stack, whatever they are.
    Shape front =
        Shape.of(sides.shape().dims().subList(0, Math.min(input.rank() - 2, sides.rank())));
    Shape all = Broadcasting.shapes(call, Matrices.stack(input), front);
    if (!Broadcasting.shapes(call, all, Matrices.stack(sides)).equals(all)) {
      throw refuse(call, input, sides);
    }
    Tensor none = input.as(Shape.of(Dim.of(0)));
    Tensor solution = input.as(all.insert(-1, input.dim(-1)));
    return Value.Sequence.tuple(
        vectors ? solution : solution.as(solution.shape().insert(-1, sides.dim(-1))),
        none,
        Tensor.of(Matrices.stack(input), DType.INT64),
        none.as(none.shape()));
  }
}
