package io.github.shapecheck.processor.operation.signal;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.view.Joining;
import io.github.shapecheck.processor.operation.view.Splitting;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/** Differences, covariances, counts and draws. */
public final class Statistics {
  private static final Dim ZERO = Dim.of(0);

  private Statistics() {}

  /** series-1: each difference takes one value away. */
  static Value diff(Call call) {
    Tensor input = call.tensor("input");
    int axis = Splitting.axis(call, input);
    Dim size = input.dim(axis);
    for (String more : new String[] {"prepend", "append"}) {
      Tensor tensor = call.optionalTensor(more);
      if (tensor != null && tensor.rank() != input.rank() && tensor.rank() > 0) {
        String joins = tensor.shape() + " to " + input.shape();
        throw call.refuse(ProblemId.CAT, more, "cannot join " + joins);
      }
      if (tensor != null) {
        size = size.plus(tensor.rank() == 0 ? Dim.of(1) : tensor.dim(axis));
      }
    }
    Dim left = size.minus(call.dim("n"));
    return input.as(input.shape().with(axis, call.choose(left, Relation.LT, ZERO) ? ZERO : left));
  }

  static Value integral(Call call) {
    Tensor input = call.tensor("y");
    return input.as(input.shape().remove(Splitting.axis(call, input)));
  }

  /** series-3: variables are rows; a single row has a variance. */
  static Value cov(Call call) {
    Tensor input = call.tensor("input", 0, 2);
    return input.as(input.rank() < 2 ? Shape.scalar() : Shape.of(input.dim(0), input.dim(0)));
  }

  /** series-5: every combination of values is a row. */
  static Value product(Call call) {
    List<Tensor> tensors = Joining.tensors(call);
    Dim rows = Dim.of(1);
    for (Tensor tensor : tensors) {
      rows = rows.times(tensor.shape().numel());
    }
    Shape shape = tensors.size() == 1 ? Shape.of(rows) : Shape.of(rows, Dim.of(tensors.size()));
    return tensors.get(0).as(shape);
  }

  /** odd-1: so many draws for each row of weights. */
  static Value multinomial(Call call) {
    Tensor input = call.tensor("input", 1, 2);
    Dim samples = call.dim("num_samples");
    if (!call.flag("replacement") && call.fails(samples, Relation.LE, input.dim(-1))) {
      String all = "draws " + samples + " of " + input.dim(-1) + " without replacement";
      call.problem(ProblemId.RANGE, "num_samples", all);
    }
    Shape shape = input.shape().with(-1, samples);
    return Tensor.of(shape, DType.INT64);
  }

  /** Where each value belongs among ordered ones. */
  static Value places(Call call) {
    return Tensor.of(call.tensor("input").shape(), DType.INT64);
  }

  static Value isin(Call call) {
    return Tensor.of(call.tensor("elements").shape(), DType.BOOL);
  }

  static Value histc(Call call) {
    return call.tensor("input").as(Shape.of(call.dim("bins")));
  }

  /** count-1: as many counts as the largest value says. */
  static Value bincount(Call call) {
    return Tensor.of(Shape.of(call.counted("bins", call.tensor("input"))), DType.INT64);
  }
}
