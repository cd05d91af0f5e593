package io.github.shapecheck.processor.operation.linear;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.math.Elementwise;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Products of matrices and vectors. Rules matmul-1 to matmul-6. */
public final class Products {
  private Products() {}

  /** matmul-1: vectors are rows on the left and columns on the right; other axes broadcast. */
  public static Value matmul(Call call) {
    Tensor left = call.tensor("input");
    Tensor right = call.tensor("other");
    if (left.rank() == 0 || right.rank() == 0) {
      throw call.refuse(ProblemId.RANK, null, "needs at least one axis on both sides");
    }
    Dim inner = left.dim(-1);
    requireEqual(call, inner, right.dim(right.rank() == 1 ? 0 : -2), left, right);
    Shape rows = left.shape().remove(left.rank() - 1);
    Shape columns = right.rank() == 1 ? Shape.scalar() : Shape.of(right.dim(-1));
    Shape batch = right.rank() < 3 ? Shape.scalar() : leading(right.shape(), 2);
    if (left.rank() > 1) {
      Shape common = Broadcasting.shapes(call, leading(rows, 1), batch);
      return result(call, left, right, inner, joined(joined(common, trailing(rows)), columns));
    }
    return result(call, left, right, inner, joined(batch, columns));
  }

  private static Shape leading(Shape shape, int without) {
    return Shape.of(shape.dims().subList(0, shape.rank() - without));
  }

  private static Shape trailing(Shape shape) {
    return Shape.of(shape.dim(-1));
  }

  private static Shape joined(Shape first, Shape second) {
    List<Dim> dims = new ArrayList<>(first.dims());
    dims.addAll(second.dims());
    return Shape.of(dims);
  }

  private static Tensor result(Call call, Tensor left, Tensor right, Dim inner, Shape shape) {
    call.macs(inner.times(shape.numel()));
    return Tensor.of(shape, left.dtype().promote(right.dtype()));
  }

  private static void requireEqual(Call call, Dim inner, Dim other, Tensor left, Tensor right) {
    if (call.fails(inner, Relation.EQ, other)) {
      String what = "cannot multiply " + left.shape() + " by " + right.shape() + ": ";
      call.problem(ProblemId.MATMUL, null, what + inner + " columns against " + other + " rows");
    }
  }

  /** matmul-2: exactly so many axes on each side, nothing broadcasts. */
  static Tensor exact(Call call, String right, int leftRank, int rightRank) {
    return exact(call, call.tensor("input"), call.tensor(right), leftRank, rightRank);
  }

  static Tensor exact(Call call, Tensor left, Tensor right, int leftRank, int rightRank) {
    if (left.rank() != leftRank || right.rank() != rightRank) {
      String wanted = "needs " + leftRank + " and " + rightRank + " axes but receives ";
      String ranks = left.rank() + " and " + right.rank() + ": ";
      throw call.refuse(
          ProblemId.RANK, null, wanted + ranks + left.shape() + " and " + right.shape());
    }
    Dim inner = left.dim(-1);
    requireEqual(call, inner, right.dim(rightRank == 1 ? 0 : -2), left, right);
    if (leftRank == 3 && call.fails(left.dim(0), Relation.EQ, right.dim(0))) {
      String what = "cannot multiply " + left.shape() + " by " + right.shape() + ": ";
      String batches = left.dim(0) + " matrices against " + right.dim(0);
      call.problem(ProblemId.MATMUL, null, what + batches);
    }
    Shape rows = left.shape().remove(left.rank() - 1);
    Shape shape = rightRank == 1 ? rows : joined(rows, Shape.of(right.dim(-1)));
    return result(call, left, right, inner, shape);
  }

  static Value added(Call call, String left, String right, int leftRank, int rightRank) {
    return added(call, exact(call, call.tensor(left), call.tensor(right), leftRank, rightRank));
  }

  /** The products of all pairs of matrices in one sum. */
  static Value addedSum(Call call) {
    Tensor product = exact(call, call.tensor("batch1"), call.tensor("batch2"), 3, 3);
    return added(call, product.as(product.shape().remove(0)));
  }

  /** matmul-3: a product added to a tensor that broadcasts to it. */
  private static Value added(Call call, Tensor product) {
    Tensor input = call.tensor("input");
    Shape common = Broadcasting.shapes(call, product.shape(), input.shape());
    if (!call.failed() && Elementwise.grows(call, product.shape(), common)) {
      String message = "cannot add " + input.shape() + " to a product " + product.shape();
      call.problem(ProblemId.BROADCAST, "input", message);
    }
    return product;
  }

  /** matmul-4: two vectors of equal length make a number. */
  public static Value dot(Call call) {
    return exact(call, call.tensor("input"), call.tensor("other"), 1, 1);
  }

  /** matmul-5: every value of one vector times every one of the other. */
  public static Value outer(Call call) {
    return outer(call, call.tensor("input"), call.tensor("vec2"));
  }

  /** Such products added to a tensor. */
  static Value addedOuter(Call call) {
    return added(call, outer(call, call.tensor("vec1"), call.tensor("vec2")));
  }

  private static Tensor outer(Call call, Tensor left, Tensor right) {
    if (left.rank() != 1 || right.rank() != 1) {
      String message = "needs two vectors but receives " + left.shape() + " and " + right.shape();
      throw call.refuse(ProblemId.RANK, null, message);
    }
    return result(call, left, right, Dim.of(1), joined(left.shape(), right.shape()));
  }

  /** matmul-6: distances of all rows to all rows. */
  public static Value cdist(Call call) {
    Tensor left = call.tensor("x1");
    Tensor right = call.tensor("x2");
    if (left.rank() < 2 || right.rank() < 2) {
      String message = "needs 2 axes on both sides: " + left.shape() + " and " + right.shape();
      throw call.refuse(ProblemId.RANK, null, message);
    }
    if (call.fails(left.dim(-1), Relation.EQ, right.dim(-1))) {
      String what = "cannot compare " + left.shape() + " with " + right.shape() + ": ";
      call.problem(ProblemId.MATMUL, null, what + left.dim(-1) + " against " + right.dim(-1));
    }
    Shape batch = Broadcasting.shapes(call, leading(left.shape(), 2), leading(right.shape(), 2));
    return Tensor.of(joined(batch, Shape.of(left.dim(-2), right.dim(-2))));
  }

  /** Pairs the last axes of both: {@code inner}. */
  public static Value inner(Call call) {
    Tensor left = call.tensor("input");
    Tensor right = call.tensor("other");
    if (left.rank() == 0 || right.rank() == 0) {
      return Tensor.of(joined(left.shape(), right.shape()));
    }
    requireEqual(call, left.dim(-1), right.dim(-1), left, right);
    Shape shape = joined(leading(left.shape(), 1), leading(right.shape(), 1));
    return result(call, left, right, left.dim(-1), shape);
  }

  /** matmul-7: sums over pairs of axes: {@code tensordot}. */
  public static Value tensordot(Call call) {
    Tensor left = call.tensor("a");
    Tensor right = call.tensor("b");
    List<Dim> first = new ArrayList<>();
    List<Dim> second = new ArrayList<>();
    if (call.get("dims") instanceof Value.Sequence pair && pair.items().size() == 2) {
      first = axes(call, pair.items().get(0));
      second = axes(call, pair.items().get(1));
    } else {
      long count = call.integer("dims");
      if (count < 0) {
        throw call.refuse(ProblemId.RANGE, "dims", "sums over " + count + " axes");
      }
      for (long i = 0; i < Math.min(count, 64); i++) {
        first.add(Dim.of(i - count));
        second.add(Dim.of(i));
      }
    }
    Shape a = left.shape();
    Shape b = right.shape();
    if (!first.isEmpty() && !second.isEmpty() && (a.rank() == 0 || b.rank() == 0)) {
      throw call.refuse(ProblemId.RANK, "dims", "sums over axes but receives " + a + " and " + b);
    }
    if (first.size() != second.size()) {
      String counts = first.size() + " axes of " + a + " but over " + second.size() + " of " + b;
      throw call.refuse(ProblemId.ARGUMENT, "dims", "sums over " + counts);
    }
    boolean[] leftNamed = named(call, first, a);
    boolean[] rightNamed = named(call, second, b);
    Dim inner = Dim.of(1);
    for (int i = 0; i < first.size(); i++) {
      Dim x = a.dim(call.axis("dims", first.get(i).value(), a.rank()));
      Dim y = b.dim(call.axis("dims", second.get(i).value(), b.rank()));
      if (Broadcasting.merge(call, x, y) == null) {
        requireEqual(call, x, y, left, right);
      }
      inner = inner.times(x);
    }
    Shape shape = joined(Dims.without(a, leftNamed, false), Dims.without(b, rightNamed, false));
    return result(call, left, right, inner, shape);
  }

  private static boolean[] named(Call call, List<Dim> axes, Shape shape) {
    boolean[] named = new boolean[shape.rank()];
    for (Dim each : axes) {
      int axis = call.axis("dims", each.value(), named.length);
      if (named[axis]) {
        throw call.refuse(ProblemId.DIM_RANGE, "dims", "names axis " + each + " twice");
      }
      named[axis] = true;
    }
    return named;
  }

  private static List<Dim> axes(Call call, Value value) {
    List<Dim> axes = new ArrayList<>();
    for (Value item : value instanceof Value.Sequence s ? s.items() : List.of(value)) {
      Dim dim = call.dim("dims", item);
      if (!dim.isConstant()) {
        throw call.abandon();
      }
      axes.add(dim);
    }
    return axes;
  }

  static Value pdist(Call call) {
    Tensor input = call.tensor("input", 2, 2);
    Dim rows = input.dim(0);
    return input.as(Shape.of(rows.times(rows.minus(1)).floorDiv(2)));
  }
}
