package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Fold;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same values in another shape: view and reshape. Rules view-1 to view-3. */
public final class Reshaping {
  private static final Dim INFERRED = Dim.of(-1);
  private static final Dim BATCH = Dim.symbol("N");

  private Reshaping() {}

  public static Value view(Call call) {
    return view(call, "size");
  }

  public static Value reshape(Call call) {
    return view(call, "shape");
  }

  private static Value view(Call call, String parameter) {
    Tensor input = call.tensor("input");
    Value size = call.get(parameter);
    Value first =
        size instanceof Value.Sequence s && s.items().size() == 1 ? s.items().get(0) : size;
    if (first instanceof Value.Type type) { // x.view(torch.int32): other types of the same width
      return input.as(type.dtype());
    }
    return reshape(call, input, parameter, sizes(call, parameter));
  }

  public static Value viewAs(Call call) {
    return reshape(call, call.tensor("input"), null, call.tensor("other").shape().dims());
  }

  private static Value reshape(
      Call call, Tensor input, @Nullable String parameter, List<Dim> sizes) {
    Dim values = input.shape().isKnown() ? input.shape().numel() : Dim.unknown();
    return result(call, input, resolve(call, parameter, values, sizes, input.shape()));
  }

  private static Value result(Call call, Tensor input, List<Dim> dims) {
    Shape shape = Shape.of(dims);
    Fold fold =
        !input.shape().isKnown() || !shape.isKnown()
            ? null
            : BatchFold.of(call, input.shape(), shape);
    List<Dim> from = input.shape().dims();
    if (dims.size() == 2 && from.size() > 2 && dims.get(0).equals(from.get(0))) {
      call.record().arithmetic =
          () -> List.of(Dims.product(from.subList(1, from.size())) + " = " + dims.get(1));
    }
    return new Tensor(
        shape, input.dtype(), Tensor.NOWHERE, 0, fold, layout(call, input, shape), input.numbers());
  }

  /** layout-1: view needs the memory to be in order, reshape copies where it is not. */
  private static @Nullable Layout layout(Call call, Tensor input, Shape shape) {
    List<Dim> strides = Layout.strides(input);
    if (strides == null || !shape.isKnown()) {
      return null;
    }
    if (input.layout() == Layout.CONTIGUOUS) {
      return Layout.CONTIGUOUS;
    }
    Layout layout = Layout.viewed(input.shape(), strides, shape);
    if (layout == null && call.knows("shape")) {
      return Layout.CONTIGUOUS;
    }
    if (layout == null && !call.failed()) {
      String order = input.shape() + " is not in order in memory: use reshape, or contiguous()";
      call.problem(ProblemId.VIEW, null, "cannot merge axes, " + order + " before view");
    }
    return layout;
  }

  /** The sizes that a tuple or the arguments give; unknown where they hold unknown values. */
  public static List<Dim> sizes(Call call, String name) {
    List<Dim> sizes = new ArrayList<>();
    if (call.get(name) instanceof Value.Sequence sequence) {
      for (Value item : sequence.items()) {
        sizes.add(item instanceof Value.Unknown ? Dim.unknown() : call.dim(name, item));
      }
      return sizes;
    }
    return List.of(call.dim(name));
  }

  /** Puts the number that is left in the place of -1; rules view-1 to view-3. */
  private static List<Dim> resolve(
      Call call, @Nullable String parameter, Dim values, List<Dim> sizes, Shape input) {
    int free = -1;
    List<Dim> given = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      Dim size = sizes.get(i);
      if (size.equals(INFERRED) && free < 0) {
        free = i;
      } else if (size.isConstant() && size.value() < 0) { // view-1
        String what = size.equals(INFERRED) ? "more than one size of -1" : "a size of " + size;
        call.problem(ProblemId.VIEW, parameter, "cannot give " + input + " " + what);
        return unknown(sizes.size());
      } else {
        given.add(size);
      }
    }
    Dim product = Shape.of(given).numel();
    if (!values.isKnown() || !product.isKnown()) {
      return inferred(sizes, free, Dim.unknown());
    }
    if (free < 0) { // view-2
      if (call.fails(values, Relation.EQ, product)) {
        String counts = ": " + product + " values are asked for, there are " + values;
        call.problem(ProblemId.VIEW, parameter, describe(input, sizes) + counts);
        return unknown(sizes.size());
      }
      return sizes;
    }
    boolean zero = call.fails(product, Relation.NE, Dim.of(0));
    Optional<Dim> quotient = zero ? Optional.empty() : values.dividedBy(product);
    if (quotient.isPresent()) {
      return inferred(sizes, free, quotient.get());
    }
    // People mean the batch by -1; other numbers of rows come second.
    boolean mayBeBatch =
        !zero && !product.symbols().contains("N") && values.symbols().contains("N");
    Condition rows = mayBeBatch ? Condition.eq(values, product.times(BATCH)) : Condition.never();
    if (zero || call.fails(rows.or(Condition.divides(product, values)))) { // view-3, batch-1
      String why = Remainder.describe(values, product);
      call.problem(ProblemId.VIEW, parameter, describe(input, sizes) + ": " + why);
      return unknown(sizes.size());
    }
    boolean isBatch = mayBeBatch && call.choose(values, Relation.EQ, product.times(BATCH));
    return inferred(sizes, free, isBatch ? BATCH : values.floorDiv(product));
  }

  private static String describe(Shape input, List<Dim> sizes) {
    return "cannot make " + Shape.of(sizes) + " of " + input;
  }

  private static List<Dim> inferred(List<Dim> sizes, int free, Dim value) {
    List<Dim> dims = new ArrayList<>(sizes);
    if (free >= 0) {
      dims.set(free, value);
    }
    return dims;
  }

  private static List<Dim> unknown(int count) {
    Dim[] dims = new Dim[count];
    Arrays.fill(dims, Dim.unknown());
    return List.of(dims);
  }
}
