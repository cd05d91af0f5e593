package io.github.shapecheck.processor.operation.create;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ElementOrder;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;

/** The same values in another type, place or order in memory. */
final class Casting {
  private Casting() {}

  static Value cast(Call call, DType type) {
    Tensor input = call.tensor("input");
    return ElementOrder.kept(input, input.as(type));
  }

  /** Asks for the type, or changes it. */
  static Value type(Call call) {
    return call.has("dtype") ? to(call) : new Value.Type(call.tensor("input").dtype());
  }

  static Value to(Call call) {
    Tensor input = call.tensor("input");
    DType type = input.dtype();
    if (call.knows("args") && call.get("args") instanceof Value.Sequence args) {
      for (Value argument : args.items()) {
        type = type(argument, type);
      }
    }
    type = call.knows("dtype") ? type(call.get("dtype"), type) : type;
    type = call.knows("other") ? type(call.get("other"), type) : type;
    return ElementOrder.kept(input, input.as(type));
  }

  private static DType type(Value value, DType other) {
    if (value instanceof Value.Type type) {
      return type.dtype();
    }
    return value instanceof Tensor tensor ? tensor.dtype() : other;
  }

  static Value copy(Call call) {
    Tensor input = call.tensor("input");
    boolean plain = !call.has("memory_format");
    return input.as(input.shape()).with(plain ? ElementOrder.of(input) : null);
  }

  static Value contiguous(Call call) {
    Tensor input = call.tensor("input");
    return input.as(input.shape()).with(Layout.CONTIGUOUS);
  }

  static Value resizeAs(Call call) {
    return call.tensor("input").as(call.tensor("other").shape());
  }
}
