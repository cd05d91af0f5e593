package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.ReportedProblem;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds neighbouring axes into one: {@code Flatten} and {@code torch.flatten}. Rules flatten-1 to
 * flatten-3.
 */
public record Flattening() implements Rule {
  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    int start = call.axis("start_dim", input.rank()); // flatten-1
    int end = call.axis("end_dim", input.rank());
    if (start > end) { // flatten-2
      throw call.refuse(
          ProblemId.DIM_RANGE,
          "start_dim",
          "cannot flatten from axis " + start + " to axis " + end + ", which is before it");
    }
    if (input.rank() == 0) { // flatten-3: a single number becomes a tensor of one
      return input.as(Shape.of(1));
    }
    List<Dim> folded = input.shape().dims().subList(start, end + 1);
    Dim size = Shape.of(folded).numel();
    if (folded.size() > 1) {
      call.record().arithmetic = () -> List.of(Dims.product(folded) + " = " + size);
    }
    List<Dim> dims = new ArrayList<>(input.shape().dims().subList(0, start));
    dims.add(size);
    dims.addAll(input.shape().dims().subList(end + 1, input.rank()));
    return Layout.reshaped(input, input.as(Shape.of(dims)));
  }

  /** Splits an axis: {@code Unflatten}. Rules flatten-4 to flatten-7. */
  public static Value split(Call call) {
    Tensor input = call.tensor("input");
    int axis = call.axis("dim", input.rank()); // flatten-4
    Dim[] sizes = call.dims(call.knows("sizes") ? "sizes" : "unflattened_size");
    String parameter = call.knows("sizes") ? "sizes" : "unflattened_size";
    if (sizes.length == 0) { // flatten-5
      throw call.refuse(ProblemId.ARGUMENT, parameter, "needs at least one new axis");
    }
    if (input.rank() == 0) { // flatten-4
      throw call.refuse(ProblemId.RANK, null, "splits an axis but receives a single number");
    }
    Dim whole = input.dim(axis);
    Dim product = Dim.of(1);
    int open = -1;
    for (int i = 0; i < sizes.length; i++) {
      boolean infers = sizes[i].equals(Dim.of(-1));
      if (infers && open >= 0) { // flatten-6
        throw call.refuse(ProblemId.ARGUMENT, parameter, "can infer only one of its new axes");
      }
      if (!infers && call.fails(sizes[i], Relation.GE, Dim.of(0))) {
        throw call.refuse(ProblemId.ARGUMENT, parameter, "cannot split into a size of " + sizes[i]);
      }
      open = infers ? i : open;
      product = infers ? product : product.times(sizes[i]);
    }
    fill(call, sizes, open, whole, product, parameter);
    List<Dim> dims = new ArrayList<>(input.shape().dims());
    dims.remove(axis);
    dims.addAll(axis, List.of(sizes));
    return input.as(Shape.of(dims));
  }

  /**
   * Rule flatten-7: the product of the new sizes is the old one; an open one takes what is left.
   */
  private static void fill(
      Call call, Dim[] sizes, int open, Dim whole, Dim product, String parameter) {
    boolean zero = product.equals(Dim.of(0));
    boolean fits =
        open < 0
            ? !call.fails(product, Relation.EQ, whole)
            : !zero && !call.fails(whole.mod(product), Relation.EQ, Dim.of(0));
    if (!fits) {
      ReportedProblem reported =
          call.problem(
              ProblemId.VIEW,
              parameter,
              "splits an axis of " + whole + " into sizes whose product is " + product);
      proposeLast(reported, sizes, whole, parameter);
    }
    if (open >= 0) {
      sizes[open] =
          fits ? whole.dividedBy(product).orElseGet(() -> whole.floorDiv(product)) : Dim.unknown();
    }
  }

  /** Proposes to leave the last new size to be inferred. */
  private static void proposeLast(
      ReportedProblem reported, Dim[] sizes, Dim whole, String parameter) {
    List<Long> numbers = new ArrayList<>();
    Dim rest = whole;
    for (int i = 0; i < sizes.length - 1; i++) {
      if (!sizes[i].isConstant() || sizes[i].value() < 1) {
        return;
      }
      numbers.add(sizes[i].value());
      rest = rest.dividedBy(sizes[i]).orElse(Dim.unknown());
    }
    if (rest.isConstant()) {
      numbers.add(rest.value());
      reported.set(
          parameter,
          numbers.size() == 1 ? Setting.of(numbers.get(0)) : new Setting.Numbers(numbers));
    }
  }
}
