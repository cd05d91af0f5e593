package io.github.shapecheck.processor.operation.index;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.math.Elementwise;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code x[...]}: integers, slices, None, ..., lists and tensors. Rules index-1 to index-7. */
public final class Indexing {
  private static final Dim ONE = Dim.of(1);

  private final Call call;
  private final Tensor input;
  private final List<Dim> dims = new ArrayList<>();
  private final List<Dim> kept = new ArrayList<>();
  private final @Nullable List<Dim> strides;
  private @Nullable Shape picked;
  private int first = -1;
  private int last = -1;
  private boolean apart;
  private int axis;
  private int ellipses;

  private Indexing(Call call, Tensor input) {
    this.call = call;
    this.input = input;
    this.strides = Layout.strides(input);
  }

  private void keep(Dim size, Dim step) {
    dims.add(size);
    kept.add(strides == null ? ONE : strides.get(axis).times(step));
    axis++;
  }

  public static Value getItem(Call call) {
    return new Indexing(call, call.tensor("input")).apply(call.get("index"));
  }

  /** index-7: what is assigned to a part is broadcast to it and cannot be larger. */
  public static Value setItem(Call call) {
    if (call.get("index") instanceof Value.Sequence all
        ? all.items().stream().anyMatch(Indexing::isAnywhere)
        : isAnywhere(call.get("index"))) {
      return call.tensor("input"); // how many places it takes, values decide
    }
    Tensor part = (Tensor) getItem(call);
    if (call.get("value") instanceof Tensor value) {
      Shape shape = value.shape();
      while (shape.rank() > part.rank() && shape.dim(0).equals(ONE)) {
        shape = shape.remove(0);
      }
      Shape common = Broadcasting.shapes(call, part.shape(), shape);
      if (!call.failed() && Elementwise.grows(call, part.shape(), common)) {
        String message = "cannot write " + value.shape() + " into a part " + part.shape();
        call.problem(ProblemId.BROADCAST, null, message);
      }
    }
    Tensor input = call.tensor("input");
    return input.as(input.shape());
  }

  private static boolean isAnywhere(@Nullable Value index) {
    return index instanceof Value.Slice slice
        && (isUndetermined(slice.lower()) || isUndetermined(slice.upper()));
  }

  private static boolean isUndetermined(Value bound) {
    return bound instanceof Value.Real real && real.undetermined() != null;
  }

  private Value apply(Value index) {
    List<Value> items = index instanceof Value.Sequence s && s.tuple() ? s.items() : List.of(index);
    int consumed = 0;
    for (Value item : items) {
      consumed += consumes(item);
    }
    if (consumed > input.rank()) { // index-1
      String counts = "has " + consumed + " indices for the " + input.rank() + " axes of ";
      throw call.refuse(ProblemId.INDEX, "index", counts + input.shape());
    }
    for (Value item : items) {
      apply(item, input.rank() - consumed);
    }
    while (axis < input.rank()) {
      keep(input.dim(axis), ONE);
    }
    if (picked != null) { // index-6: in their place if they stand together, else in front
      dims.addAll(apart ? 0 : first, picked.dims());
    }
    Tensor result = input.as(Shape.of(dims));
    boolean moved = strides == null || picked != null || !result.shape().isKnown();
    return Layout.put(result, moved ? null : kept);
  }

  private static int consumes(Value item) {
    if (item instanceof Tensor tensor && tensor.dtype() == DType.BOOL) {
      return tensor.rank();
    }
    boolean none =
        item instanceof Value.None || item instanceof Value.Ellipsis || item instanceof Value.Bool;
    return none ? 0 : 1;
  }

  private void apply(Value item, int rest) {
    if (ellipses > 1 && !(item instanceof Value.Ellipsis)) { // index-8
      throw call.refuse(ProblemId.INDEX, "index", "has an index behind a second ...");
    }
    if (item instanceof Value.Ellipsis && ellipses++ > 0) {
      return;
    }
    if (item instanceof Value.Ellipsis) {
      for (int i = 0; i < rest; i++) {
        keep(input.dim(axis), ONE);
      }
    } else if (item instanceof Value.None) { // index-2
      dims.add(ONE);
      kept.add(ONE);
    } else if (item instanceof Value.Int number) { // index-3
      Selecting.requireIndex(call, "index", number.value(), input.dim(axis++));
    } else if (item instanceof Value.Slice slice) { // index-4
      Dim step = slice.step().dim();
      keep(new Slicing(call).length(slice, input.dim(axis)), step == null ? ONE : step);
    } else if (item instanceof Tensor tensor && tensor.rank() == 0 && consumes(item) == 1) {
      axis++;
    } else if (item instanceof Tensor tensor) {
      pick(tensor);
    } else if (item instanceof Value.Sequence list) {
      pick(listed(list, input.dim(axis)));
    } else if (item instanceof Value.Real real && real.undetermined() != null) {
      axis++; // a number that depends on values is one of the places
    } else if (item instanceof Value.Unknown || item instanceof Value.Bool) {
      throw call.abandon();
    } else {
      throw call.refuse(ProblemId.INDEX, "index", "takes no " + item.kind() + " as an index");
    }
  }

  /** index-5: index tensors are broadcast together; a mask gives as many places as are true. */
  private void pick(Tensor tensor) {
    Shape shape = tensor.shape();
    if (tensor.dtype() == DType.BOOL) {
      for (int i = 0; i < tensor.rank(); i++) {
        if (call.fails(tensor.dim(i), Relation.EQ, input.dim(axis + i))) {
          String message = "has a mask " + shape + " for " + input.shape() + " at axis " + axis;
          throw call.refuse(ProblemId.INDEX, "index", message);
        }
      }
      shape = Shape.of(call.counted("", tensor));
      axis += tensor.rank();
    } else {
      Elements.requirePlaces(call, "index", tensor, input.dim(axis++)); // index-10
    }
    apart |= last >= 0 && last != dims.size();
    first = first < 0 ? dims.size() : first;
    last = dims.size();
    picked = picked == null ? shape : Broadcasting.shapes(call, picked, shape);
  }

  private Tensor listed(Value.Sequence list, Dim size) {
    List<Dim> shape = new ArrayList<>();
    Value item = list;
    while (item instanceof Value.Sequence sequence) {
      shape.add(Dim.of(sequence.items().size()));
      item = sequence.items().isEmpty() ? Value.Int.of(0) : sequence.items().get(0);
    }
    if (item instanceof Value.Unknown || item instanceof Tensor) {
      throw call.abandon();
    }
    if (item instanceof Value.Bool) {
      long count =
          list.items().stream().filter(v -> v instanceof Value.Bool b && b.value()).count();
      return Tensor.of(Shape.of(Dim.of(count)), DType.INT64);
    }
    for (Value index : shape.size() == 1 ? list.items() : List.<Value>of()) {
      if (index instanceof Value.Sequence || index instanceof Value.None) {
        String kind = index.kind() + " beside " + item.kind();
        throw call.refuse(ProblemId.INDEX, "index", "takes no list with " + kind);
      }
      if (index.dim() != null && size.isKnown()) {
        Selecting.requireIndex(call, "index", call.dim("index", index), size);
      }
    }
    return Tensor.of(Shape.of(shape), DType.INT64);
  }
}
