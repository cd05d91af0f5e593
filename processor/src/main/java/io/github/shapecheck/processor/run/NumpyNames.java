package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What NumPy does as PyTorch does, under NumPy's names. */
final class NumpyNames {
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "power",
          "pow",
          "concatenate",
          "cat",
          "expand_dims",
          "unsqueeze",
          "repeat",
          "repeat_interleave");

  private NumpyNames() {}

  /** A function of NumPy's; null for none. */
  static @Nullable Value of(String name) {
    if (name.equals("array") || name.equals("asarray")) {
      return new Builtin(name, NumpyNames::array);
    }
    String torch = OTHERWISE.getOrDefault(name, name);
    Function function = name.equals("prod") ? null : Catalogue.function(torch);
    return function == null ? null : new References.Named(function, TorchNames.plain(torch));
  }

  /** {@code np.array}: unlike {@code torch.tensor} it takes arrays in a list too, and stacks them. */
  private static Value array(Invocation in) {
    Value stacked = in.size() > 0 ? stacked(in, in.get(0)) : null;
    return stacked == null ? operation(in, "tensor", in.arguments()) : stacked;
  }

  /** The arrays in a list as one; null where the list holds no arrays. */
  private static @Nullable Value stacked(Invocation in, Value value) {
    if (value instanceof Tensor) {
      return value;
    }
    List<Value> items =
        value instanceof ListObject list
            ? list.items()
            : value instanceof Value.Sequence sequence ? sequence.items() : List.of();
    List<Value> arrays = new ArrayList<>();
    for (Value item : items) {
      Value array = stacked(in, item);
      if (array == null) {
        return null;
      }
      arrays.add(array);
    }
    return arrays.isEmpty()
        ? null
        : operation(in, "stack", Arguments.of(List.of(new Value.Sequence(arrays, false))));
  }

  private static Value operation(Invocation in, String name, Arguments arguments) {
    Span span = in.span() == null ? Span.of(1, 0, 0) : in.span();
    return in.machine().host().operation(in.frame(), name, arguments, span);
  }
}
