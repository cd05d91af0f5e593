package io.github.shapecheck.processor.operation.signal;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.math.Reduction;
import io.github.shapecheck.processor.operation.view.Joining;
import io.github.shapecheck.processor.operation.view.Splitting;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Differences, quantiles, covariances and lists of index pairs. Rules series-1 to series-6. */
public final class Series {
  private static final Dim ZERO = Dim.of(0);

  private Series() {}

  public static void fill(Table table) {
    table.function("diff", "input, n=1, dim=-1, prepend=None, append=None", Series::diff);
    String quantile = "input, q, dim=None, keepdim=False, *, interpolation='linear'";
    table.function("quantile", quantile, Series::quantile);
    table.function("nanquantile", quantile, Series::quantile);
    table.function("aminmax", "input, *, dim=None, keepdim=False", Series::range);
    for (String name : new String[] {"trapz", "trapezoid"}) {
      table.function(name, "y, x=None, *, dx=1, dim=-1", Series::integral);
    }
    table.function("cov", "input, *, correction=1, fweights=None, aweights=None", Series::cov);
    table.function("corrcoef", "input", Series::cov);
    table.function("msort", "input", Series::same);
    String triangle = "row, col, offset=0, *, dtype=None, device=None, layout=None";
    table.function("tril_indices", triangle, call -> triangle(call, true));
    table.function("triu_indices", triangle, call -> triangle(call, false));
    table.function("cartesian_prod", "*tensors", Series::product);
    table.function("block_diag", "*tensors", Series::blocks);
    table.function("diagflat", "input, offset=0", Series::diagonal);
    table.function("pdist", "input, p=2.0", Series::pairs);
    table.function(
        "isin",
        "elements, test_elements",
        call -> Tensor.of(call.tensor("elements").shape(), DType.BOOL));
    table.function(
        "histc",
        "input, bins=100, min=0, max=0",
        call -> call.tensor("input").as(Shape.of(call.dim("bins"))));
  }

  private static Value same(Call call) {
    return call.tensor("input").as(call.tensor("input").shape());
  }

  /** series-1: each difference takes one value away. */
  private static Value diff(Call call) {
    Tensor input = call.tensor("input");
    int axis = Splitting.axis(call, input);
    Dim size = input.dim(axis);
    for (String more : new String[] {"prepend", "append"}) {
      Tensor tensor = call.optionalTensor(more);
      if (tensor != null && tensor.rank() != input.rank() && tensor.rank() > 0) {
        String joins = tensor.shape() + " to " + input.shape();
        call.problem(ProblemId.CAT, more, "cannot join " + joins);
        throw call.abandon();
      }
      if (tensor != null) {
        size = size.plus(tensor.rank() == 0 ? Dim.of(1) : tensor.dim(axis));
      }
    }
    Dim left = size.minus(call.dim("n"));
    return input.as(input.shape().with(axis, call.choose(left, Relation.LT, ZERO) ? ZERO : left));
  }

  /** series-2: a reduction for each of the quantiles that are asked for. */
  private static Value quantile(Call call) {
    Tensor input = call.tensor("input");
    Shape rest = new Reduction(Reduction.Type.SAME, true).reduce(call, input);
    if (call.get("q") instanceof Tensor q && q.rank() == 1) {
      return input.as(rest.insert(0, q.dim(0)));
    }
    return input.as(rest);
  }

  private static Value range(Call call) {
    Tensor input = call.tensor("input");
    Shape rest = new Reduction(Reduction.Type.SAME, true).reduce(call, input);
    return Value.Sequence.tuple(input.as(rest), input.as(rest));
  }

  private static Value integral(Call call) {
    Tensor input = call.tensor("y");
    return input.as(input.shape().remove(Splitting.axis(call, input)));
  }

  /** series-3: variables are rows; a single row has a variance. */
  private static Value cov(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() > 2) {
      call.problem(ProblemId.RANK, null, "takes at most 2 axes but receives " + input.shape());
      throw call.abandon();
    }
    return input.as(input.rank() < 2 ? Shape.scalar() : Shape.of(input.dim(0), input.dim(0)));
  }

  /** series-4: rows and columns of the cells of a triangle, one pair a column. */
  private static Value triangle(Call call, boolean lower) {
    long rows = call.integer("row");
    long columns = call.integer("col");
    long offset = call.integer("offset");
    if (rows < 0 || columns < 0 || rows > 1_000_000) {
      call.problem(ProblemId.RANGE, null, "has " + rows + " rows and " + columns + " columns");
      throw call.abandon();
    }
    long cells = 0;
    for (long i = 0; i < rows; i++) {
      long below = Math.max(0, Math.min(columns, i + offset + (lower ? 1 : 0)));
      cells += lower ? below : columns - below;
    }
    return Tensor.of(Shape.of(2, cells), DType.INT64);
  }

  /** series-5: every combination of values is a row. */
  private static Value product(Call call) {
    List<Tensor> tensors = Joining.tensors(call);
    Dim rows = Dim.of(1);
    for (Tensor tensor : tensors) {
      rows = rows.times(tensor.shape().numel());
    }
    Shape shape = tensors.size() == 1 ? Shape.of(rows) : Shape.of(rows, Dim.of(tensors.size()));
    return tensors.get(0).as(shape);
  }

  /** series-6: matrices along a diagonal; their sizes add up. */
  private static Value blocks(Call call) {
    Dim rows = ZERO;
    Dim columns = ZERO;
    List<Tensor> tensors = new ArrayList<>(Joining.tensors(call));
    for (Tensor tensor : tensors) {
      rows = rows.plus(tensor.rank() < 2 ? Dim.of(1) : tensor.dim(0));
      columns = columns.plus(tensor.rank() == 0 ? Dim.of(1) : tensor.dim(-1));
    }
    return tensors.get(0).as(Shape.of(rows, columns));
  }

  private static Value diagonal(Call call) {
    Tensor input = call.tensor("input");
    Dim size = input.shape().numel().plus(Math.abs(call.integer("offset")));
    return input.as(Shape.of(size, size));
  }

  private static Value pairs(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() != 2) {
      call.problem(ProblemId.RANK, null, "takes [N, D] but receives " + input.shape());
      throw call.abandon();
    }
    Dim rows = input.dim(0);
    return input.as(Shape.of(rows.times(rows.minus(1)).floorDiv(2)));
  }
}
