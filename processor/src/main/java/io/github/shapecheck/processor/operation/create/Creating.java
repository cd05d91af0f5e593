package io.github.shapecheck.processor.operation.create;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ElementOrder;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.math.Elementwise;
import io.github.shapecheck.processor.operation.view.Joining;
import io.github.shapecheck.processor.operation.view.Reshaping;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Numbers;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** New tensors: zeros, full, arange, linspace, meshgrid. Rules create-1 to create-5. */
public final class Creating {
  private static final Dim ZERO = Dim.of(0);
  private static final int MOST_VECTORS = 1_000;

  private Creating() {}

  /** create-1: of the sizes given, none of them negative. */
  public static Value sized(Call call, DType type) {
    return Tensor.of(shape(call, Reshaping.sizes(call, "size")), given(call, type));
  }

  private static Shape shape(Call call, List<Dim> sizes) {
    for (Dim size : sizes) {
      if (call.fails(size, Relation.GE, ZERO)) {
        throw call.refuse(ProblemId.RANGE, "size", "has a size of " + size);
      }
    }
    return Shape.of(sizes);
  }

  /** The type that the argument dtype names, else another. */
  public static DType given(Call call, DType other) {
    return call.knows("dtype") && call.get("dtype") instanceof Value.Type type
        ? type.dtype()
        : other;
  }

  /** As another tensor: {@code zeros_like}, {@code rand_like}. */
  public static Value like(Call call) {
    Tensor input = call.tensor("input");
    Tensor like = Tensor.of(input.shape(), given(call, input.dtype()));
    return call.has("memory_format") ? like : like.with(ElementOrder.of(input));
  }

  /** A tensor's {@code new_zeros}: its type, other sizes. */
  public static Value renewed(Call call) {
    return sized(call, call.tensor("input").dtype());
  }

  public static Value full(Call call) {
    Value value = call.get("fill_value");
    Tensor made = (Tensor) sized(call, number(value));
    return value instanceof Value.Int one && !made.shape().dims().contains(ZERO)
        ? made.holding(new Numbers(one.value(), one.value(), Dim.of(1)))
        : made;
  }

  private static DType number(Value value) {
    if (value instanceof Value.Bool) {
      return DType.BOOL;
    }
    return value instanceof Value.Int ? DType.INT64 : DType.FLOAT32;
  }

  /** create-1: as large as the tensors that are its mean and deviation, else of the size given. */
  public static Value normal(Call call) {
    List<Tensor> tensors =
        Stream.of("mean", "std")
            .map(call::get)
            .filter(Tensor.class::isInstance)
            .map(Tensor.class::cast)
            .toList();
    if (tensors.isEmpty() != call.has("size")) {
      throw call.has("size")
          ? call.refuse(ProblemId.ARGUMENT, "size", "takes no size beside a tensor")
          : call.refuse(ProblemId.MISSING_ARGUMENT, null, "needs an argument for size");
    }
    tensors.forEach(tensor -> Elements.requireFloating(call, tensor));
    return tensors.isEmpty()
        ? sized(call, DType.FLOAT32)
        : Elementwise.of(Elementwise.Result.FLOAT, "mean", "std").values(call);
  }

  /** create-2: ceil((end - start) / step) numbers. */
  public static Value arange(Call call) {
    boolean one = !call.has("end");
    if (one && !call.has("start")) {
      throw call.refuse(ProblemId.MISSING_ARGUMENT, null, "needs an argument for end");
    }
    Value start = one || !call.has("start") ? Value.Int.of(0) : call.get("start");
    Value end = one ? call.get("start") : call.get("end");
    Value step = call.get("step");
    if (start instanceof Value.Unknown || end instanceof Value.Unknown) {
      throw call.abandon();
    }
    start = call.known("start", start);
    end = call.known("end", end);
    boolean whole =
        start instanceof Value.Int && end instanceof Value.Int && step instanceof Value.Int;
    Dim count = count(call, start, end, step);
    Tensor made = Tensor.of(Shape.of(count), given(call, whole ? DType.INT64 : DType.FLOAT32));
    return whole && !count.equals(ZERO) ? made.holding(numbers(call, start, step, count)) : made;
  }

  private static Numbers numbers(Call call, Value start, Value step, Dim count) {
    Dim first = call.dim("start", start);
    Dim way = count.minus(1).times(call.dim("step", step));
    return call.dim("step", step).value() > 0
        ? new Numbers(first, first.plus(way), count)
        : new Numbers(first.plus(way), first, count);
  }

  private static Dim count(Call call, Value start, Value end, Value step) {
    Value.Quotient from = Value.Quotient.of(start);
    Value.Quotient to = Value.Quotient.of(end);
    Value.Quotient by = Value.Quotient.of(step);
    if (from == null || to == null || by == null) {
      double way = number(call, "end", end) - number(call, "start", start);
      double count = Math.ceil(way / number(call, "step", step));
      requireRange(call, !(count >= 0 && count < 1e15));
      return Dim.of((long) count);
    }
    if (!by.dividend().isConstant() || by.dividend().equals(ZERO)) {
      requireRange(call, by.dividend().isConstant());
      throw call.abandon();
    }
    Dim way =
        to.dividend()
            .times(from.divisor())
            .minus(from.dividend().times(to.divisor()))
            .times(by.divisor())
            .times(by.dividend().value() > 0 ? 1 : -1);
    requireRange(call, call.fails(way, Relation.GE, ZERO));
    Dim stride = from.divisor().times(to.divisor()).times(Math.abs(by.dividend().value()));
    return way.ceilDiv(stride);
  }

  private static double number(Call call, String name, Value value) {
    if (value instanceof Value.Real real) {
      return real.value();
    }
    Dim dim = value instanceof Value.Quotient ? Dim.unknown() : call.dim(name, value);
    if (!dim.isConstant()) {
      throw call.abandon();
    }
    return dim.value();
  }

  private static void requireRange(Call call, boolean fails) {
    if (fails) {
      throw call.refuse(ProblemId.RANGE, null, "cannot count from start to end by step");
    }
  }

  /** create-3: as many numbers as steps. */
  public static Value steps(Call call, DType type) {
    Dim steps = call.dim("steps");
    if (call.fails(steps, Relation.GE, ZERO)) {
      throw call.refuse(ProblemId.RANGE, "steps", "has " + steps + " steps");
    }
    return Tensor.of(Shape.of(steps), given(call, type));
  }

  /** A unit matrix. */
  public static Value eye(Call call) {
    Dim rows = call.dim("n");
    List<Dim> sizes = List.of(rows, call.has("m") ? call.dim("m") : rows);
    return Tensor.of(shape(call, sizes), given(call, DType.FLOAT32));
  }

  /** create-5: every vector along an axis of its own. */
  public static Value meshgrid(Call call) {
    List<Tensor> tensors = Joining.tensors(call);
    List<Dim> dims = new ArrayList<>();
    for (Tensor tensor : tensors) {
      if (tensor.rank() > 1) {
        throw call.refuse(ProblemId.RANK, null, "needs vectors but receives " + tensor.shape());
      }
      dims.add(tensor.shape().numel());
    }
    if (call.text("indexing").equals("xy") && dims.size() > 1) {
      Collections.swap(dims, 0, 1);
    }
    if (dims.size() > MOST_VECTORS) {
      throw call.refuse(ProblemId.LIMIT, null, "has more than " + MOST_VECTORS + " vectors");
    }
    Shape grid = Shape.of(dims);
    return new Value.Sequence(Value.each(tensors, tensor -> tensor.as(grid)), true);
  }

  static Value integers(Call call) {
    String sizes = call.has("size") ? "size" : "high";
    return Tensor.of(Shape.of(Reshaping.sizes(call, sizes)), given(call, DType.INT64));
  }

  /** series-4: rows and columns of the cells of a triangle, one pair a column. */
  static Value triangle(Call call, boolean lower) {
    Dim rows = call.dim("row");
    Dim columns = call.dim("col");
    Dim offset = call.dim("offset");
    if (call.fails(rows, Relation.GE, ZERO) || call.fails(columns, Relation.GE, ZERO)) {
      throw call.refuse(ProblemId.RANGE, null, "has " + rows + " rows and " + columns + " columns");
    }
    Dim above = lower ? offset.plus(1) : offset;
    Dim upper =
        staircase(call, rows, columns.minus(above)).minus(staircase(call, rows, above.times(-1)));
    Dim cells = lower ? rows.times(columns).minus(upper) : upper;
    return Tensor.of(Shape.of(Dim.of(2), cells), DType.INT64);
  }

  /**
   * The cells of so many rows, of which each has one less than the one before, and none below 0.
   */
  private static Dim staircase(Call call, Dim rows, Dim first) {
    return stairs(call, first).minus(stairs(call, first.minus(rows)));
  }

  private static Dim stairs(Call call, Dim first) {
    return call.choose(first, Relation.GE, ZERO) ? first.times(first.plus(1)).floorDiv(2) : ZERO;
  }

  /** The frequencies of a spectrum, or of the half that a real signal needs. */
  static Value frequencies(Call call, boolean half) {
    Dim points = call.dim("n");
    return Tensor.of(Shape.of(half ? points.floorDiv(2).plus(1) : points));
  }

  /** create-6: a transformer's mask of what follows. */
  static Value mask(Call call) {
    Dim size = call.dim("sz");
    if (call.fails(size, Relation.GE, Dim.of(0))) { // create-1
      throw call.refuse(ProblemId.RANGE, "sz", "cannot have a size of " + size);
    }
    return Tensor.of(Shape.of(size, size));
  }
}
