package io.github.shapecheck.processor.operation.create;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.math.Promotion;
import io.github.shapecheck.processor.operation.view.Reshaping;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Numbers;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tensors of numbers that are listed. Rule create-4. */
public final class ListedNumbers {
  private ListedNumbers() {}

  /** create-4: the shape of nested lists, which must be even. */
  public static Value tensor(Call call) {
    Value data = call.get("data");
    if (data instanceof Value.Unknown) {
      return data;
    }
    if (data instanceof Tensor tensor) {
      return Tensor.of(tensor.shape(), Creating.given(call, tensor.dtype()));
    }
    if (data instanceof Value.Pieces numbers && numbers.first().rank() == 0) {
      Tensor one = numbers.first();
      return Tensor.of(Shape.of(numbers.count()), Creating.given(call, one.dtype()))
          .holding(one.numbers());
    }
    return nested(call, data);
  }

  private static Tensor nested(Call call, Value data) {
    List<Dim> dims = new ArrayList<>();
    Promotion types = new Promotion();
    shape(call, data, dims, 0, types);
    Tensor made =
        Tensor.of(Shape.of(dims), Creating.given(call, types.result())).with(Layout.CONTIGUOUS);
    return made.holding(numbers(data));
  }

  /** What is known of numbers that are all plain; null for others. */
  public static @Nullable Numbers numbers(Value data) {
    TreeSet<Long> numbers = new TreeSet<>();
    return collect(data, numbers) && !numbers.isEmpty()
        ? new Numbers(Dim.of(numbers.first()), Dim.of(numbers.last()), Dim.of(numbers.size()))
        : null;
  }

  private static boolean collect(Value data, Set<Long> numbers) {
    if (data instanceof Value.Sequence list) {
      return list.items().stream().allMatch(item -> collect(item, numbers));
    }
    Dim number = data.dim();
    if (number == null || !number.isConstant()) {
      return false;
    }
    numbers.add(number.value());
    return true;
  }

  private static void shape(Call call, Value value, List<Dim> dims, int depth, Promotion types) {
    if (!(value instanceof Value.Sequence sequence)) {
      types.add(value);
      if (dims.size() != depth && !(value instanceof Value.Unknown)) {
        throw call.refuse(ProblemId.ARGUMENT, "data", "needs lists of equal lengths");
      }
      return;
    }
    Dim size = Dim.of(sequence.items().size());
    if (dims.size() == depth) {
      dims.add(size);
    } else if (!dims.get(depth).equals(size)) {
      throw call.refuse(ProblemId.ARGUMENT, "data", "needs lists of equal lengths");
    }
    boolean first = true;
    int known = dims.size();
    for (Value item : sequence.items()) {
      if (!first || known > depth + 1) {
        shapeLater(call, item, dims, depth + 1, types);
      } else {
        shape(call, item, dims, depth + 1, types);
      }
      first = false;
    }
  }

  private static void shapeLater(
      Call call, Value item, List<Dim> dims, int depth, Promotion types) {
    boolean list = item instanceof Value.Sequence;
    if (list != dims.size() > depth && !(item instanceof Value.Unknown)) {
      throw call.refuse(ProblemId.ARGUMENT, "data", "needs lists of equal lengths");
    }
    shape(call, item, dims, list ? depth : dims.size(), types);
  }

  /** {@code torch.Tensor(2, 3)} has sizes, {@code torch.Tensor([2, 3])} has values. */
  static Value legacy(Call call, DType type) {
    Value data = call.get("data");
    if (data instanceof Value.Sequence s
        && s.items().size() == 1
        && s.items().get(0) instanceof Tensor tensor) {
      return tensor.as(tensor.shape()).as(type);
    }
    if (data instanceof Value.Sequence s
        && s.items().size() == 1
        && s.items().get(0) instanceof Value.Pieces numbers) {
      return Tensor.of(Shape.of(numbers.count()), type);
    }
    boolean values = data instanceof Value.Sequence s && !s.tuple();
    return values
        ? nested(call, data).as(type)
        : Tensor.of(Shape.of(Reshaping.sizes(call, "data")), type);
  }
}
