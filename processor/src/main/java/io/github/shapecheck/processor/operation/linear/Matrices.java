package io.github.shapecheck.processor.operation.linear;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.view.Joining;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Linear algebra on stacks of matrices. Rules matrix-1 to matrix-8. */
public final class Matrices {
  private Matrices() {}

  /** matrix-1: the last two axes are a square matrix. */
  static Tensor square(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() < 2 || call.fails(input.dim(-1), Relation.EQ, input.dim(-2))) {
      throw call.refuse(
          ProblemId.RANK, null, "needs square matrices but receives " + input.shape());
    }
    return input.as(input.shape());
  }

  /** matrix-6: of any matrices, the last two axes exchanged. */
  static Value pseudoInverse(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() < 2) {
      throw call.refuse(ProblemId.RANK, null, "needs matrices but receives " + input.shape());
    }
    Shape shape = input.shape();
    return input.as(shape.with(-1, shape.dim(-2)).with(-2, shape.dim(-1)));
  }

  /** matrix-2: a number for each square matrix. */
  static Tensor determinant(Call call) {
    Tensor input = square(call);
    return input.as(stack(input));
  }

  /** What stands in front of the last two axes. */
  static Shape stack(Tensor input) {
    return Shape.of(input.shape().dims().subList(0, input.rank() - 2));
  }

  static Tensor matrix(Tensor input, Dim rows, Dim columns) {
    return input.as(stack(input).insert(-1, rows).insert(-1, columns));
  }

  static Tensor matrices(Call call) {
    return call.tensor("input", 2, Call.ANY);
  }

  /** matrix-3: m rows and n columns fall into as many parts as the smaller of the two. */
  static Value svd(Call call) {
    Value.Sequence parts = parts(call, !call.flag("some"));
    Tensor last = (Tensor) parts.items().get(2);
    Tensor turned = matrix(last, last.dim(-1), last.dim(-2)); // V, of which the other gives V^H
    return Value.Sequence.tuple(parts.items().get(0), parts.items().get(1), turned);
  }

  static Value linalgSvd(Call call) {
    return parts(call, call.flag("full_matrices"));
  }

  private static Value.Sequence parts(Call call, boolean full) {
    Tensor input = matrices(call);
    Dim rows = input.dim(-2);
    Dim columns = input.dim(-1);
    Dim least = call.smaller(rows, columns);
    return Value.Sequence.tuple(
        matrix(input, rows, full ? rows : least),
        input.as(stack(input).insert(-1, least)),
        matrix(input, full ? columns : least, columns));
  }

  static Value qr(Call call) {
    Tensor input = matrices(call);
    Dim rows = input.dim(-2);
    Dim columns = input.dim(-1);
    boolean full = call.text("mode").equals("complete") || !call.flag("some");
    Dim inner = full ? rows : call.smaller(rows, columns);
    return Value.Sequence.tuple(matrix(input, rows, inner), matrix(input, inner, columns));
  }

  /** matrix-3: the triangles in one matrix, and a pivot for each row that has a diagonal. */
  static Value lu(Call call) {
    Tensor input = matrices(call);
    Dim least = call.smaller(input.dim(-2), input.dim(-1));
    Tensor pivots = Tensor.of(stack(input).insert(-1, least), DType.INT32);
    return Value.Sequence.tuple(input.as(input.shape()), pivots);
  }

  /** matrix-3: the triangles of {@code lu}, with the permutation in front. */
  static Value unpacked(Call call) {
    Tensor pivots = call.tensor("LU_pivots");
    Tensor input = matrices(call);
    Dim least = call.smaller(input.dim(-2), input.dim(-1));
    if (pivots.rank() != input.rank() - 1 || call.fails(pivots.dim(-1), Relation.EQ, least)) {
      String sides = pivots.shape() + " of " + input.shape();
      throw call.refuse(ProblemId.MATMUL, "LU_pivots", "cannot be the pivots " + sides);
    }
    return triangles(call);
  }

  static Value triangles(Call call) {
    Tensor input = matrices(call);
    Dim rows = input.dim(-2);
    Dim least = call.smaller(rows, input.dim(-1));
    return Value.Sequence.tuple(
        matrix(input, rows, rows), matrix(input, rows, least), matrix(input, least, input.dim(-1)));
  }

  static Value eigen(Call call) {
    Tensor input = square(call);
    return Value.Sequence.tuple(input.as(stack(input).insert(-1, input.dim(-1))), input);
  }

  /** matrix-8: as many singular values as the smaller of the two sizes. */
  static Value singularValues(Call call) {
    Tensor input = matrices(call);
    return input.as(stack(input).insert(-1, call.smaller(input.dim(-2), input.dim(-1))));
  }

  /** matrix-5: matrices multiplied one by the other. */
  static Value chain(Call call) {
    List<Tensor> tensors = Joining.tensors(call);
    Tensor product = tensors.get(0);
    for (Tensor next : tensors.subList(1, tensors.size())) {
      product = Products.exact(call, product, next, 2, 2);
    }
    return product.as(product.shape());
  }

  /** odd-2: vectors of three along an axis. */
  static Value cross(Call call) {
    Tensor input = call.tensor("input");
    Tensor other = call.tensor("other");
    Shape shape = Broadcasting.shapes(call, input.shape(), other.shape());
    if (call.has("dim")) {
      int axis = call.axis("dim", shape.rank());
      if (call.fails(shape.dim(axis), Relation.EQ, Dim.of(3))) {
        String message = "needs 3 values on axis " + axis + " but has " + shape.dim(axis);
        call.problem(ProblemId.RANGE, "dim", message);
      }
    }
    return input.as(shape);
  }

  /** Every size of one times that of the other. */
  static Value kron(Call call) {
    Tensor input = call.tensor("input");
    Tensor other = call.tensor("other");
    int rank = Math.max(input.rank(), other.rank());
    List<Dim> dims = new ArrayList<>();
    for (int i = rank; i > 0; i--) {
      Dim left = i <= input.rank() ? input.dim(-i) : Dim.of(1);
      dims.add(i <= other.rank() ? left.times(other.dim(-i)) : left);
    }
    return input.as(Shape.of(dims));
  }
}
