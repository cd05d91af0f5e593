package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ElementOrder;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.activation.Pointwise;
import io.github.shapecheck.processor.operation.create.Asking;
import io.github.shapecheck.processor.operation.math.Elementwise;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;

/** Functions that change the type or the place, or only ask. */
public final class CastTable {
  private static final String FORMAT = "input, memory_format=None";

  private CastTable() {}

  static void fill(Table table) {
    table.method(
        "to",
        "input, *args=None, dtype=None, device=None, non_blocking=False, copy=False, other=None,"
            + " memory_format=None",
        CastTable::to);
    table.method(
        "type",
        "input, dtype=None, non_blocking=False",
        call -> call.has("dtype") ? to(call) : new Value.Type(call.tensor("input").dtype()));
    table.method("type_as", "input, other", CastTable::to);
    cast(table, DType.FLOAT32, "float");
    cast(table, DType.FLOAT64, "double");
    cast(table, DType.FLOAT16, "half");
    cast(table, DType.BFLOAT16, "bfloat16");
    cast(table, DType.INT64, "long");
    cast(table, DType.INT32, "int");
    cast(table, DType.INT16, "short");
    cast(table, DType.UINT8, "byte");
    cast(table, DType.BOOL, "bool");
    cast(table, DType.COMPLEX64, "cfloat");
    for (String name : new String[] {"cpu", "cuda", "contiguous", "pin_memory"}) {
      table.method(
          name, "input, device=None, non_blocking=False, memory_format=None", CastTable::same);
    }
    table.function("clone", FORMAT, CastTable::copy);
    table.function("detach", "input", Pointwise.SAME);
    table.method("requires_grad", "input, requires_grad=True", CastTable::same);
    fillInPlace(table);
    table.method(
        "copy",
        "input, src, non_blocking=False",
        Elementwise.of(Elementwise.Result.PROMOTED, "input", "src").inPlace());
    fillQuestions(table);
  }

  /** Values written over a tensor: {@code x.fill_(1)}, {@code x.normal_()}. */
  private static void fillInPlace(Table table) {
    table.function("fill", "input, value", CastTable::same);
    table.function("zero", "input", CastTable::same);
    String draw = ", *, generator=None";
    table.method("uniform", "input, start:from=0, end:to=1" + draw, CastTable::same);
    table.method("normal", "input, mean=0, std=1" + draw, CastTable::same);
    table.method("log_normal", "input, mean=1, std=2" + draw, CastTable::same);
    table.method("cauchy", "input, median=0, sigma=1" + draw, CastTable::same);
    table.method("exponential", "input, lambd=1" + draw, CastTable::same);
    table.method("geometric", "input, p" + draw, CastTable::same);
    table.method("random", "input, start=0, end=None" + draw, CastTable::same);
    table.method("fill_diagonal", "input, fill_value, wrap=False", CastTable::same);
    table.method(
        "resize_as", "input, other", call -> call.tensor("input").as(call.tensor("other").shape()));
  }

  private static void fillQuestions(Table table) {
    table.method("size", "input, dim=None", Asking::size);
    table.method("dim", "input", Asking::rank);
    table.method("ndimension", "input", Asking::rank);
    table.function("numel", "input", Asking::numel);
    table.method("nelement", "input", Asking::numel);
    table.function(
        "is_floating_point",
        "input",
        call -> new Value.Bool(call.tensor("input").dtype().isFloating()));
    table.function(
        "is_complex", "input", call -> new Value.Bool(call.tensor("input").dtype().isComplex()));
    table.function(
        "is_tensor", "input", call -> new Value.Bool(call.get("input") instanceof Tensor));
    table.method("is_contiguous", "input, memory_format=None", call -> Value.UNKNOWN);
    table.method("item", "input", call -> Value.UNKNOWN);
    table.method("tolist", "input", call -> Value.UNKNOWN);
    table.method("stride", "input, dim=None", call -> Value.UNKNOWN);
    table.method("storage_offset", "input", call -> Value.UNKNOWN);
    table.method("data_ptr", "input", call -> Value.UNKNOWN);
    table.method("element_size", "input", call -> Value.UNKNOWN);
    table.function("is_nonzero", "input", call -> Value.UNKNOWN);
    table.function("is_same_size", "input, other", call -> Value.UNKNOWN);
    table.method("get_device", "input", call -> new Value.Constant("device"));
    table.function("allclose", "input, other, rtol=1e-05, atol=1e-08", call -> Value.UNKNOWN);
    table.function("equal", "input, other", call -> Value.UNKNOWN);
    table.function("_assert", "condition, message=None", call -> Value.NONE);
  }

  private static void cast(Table table, DType type, String name) {
    table.method(
        name,
        FORMAT,
        call -> ElementOrder.kept(call.tensor("input"), call.tensor("input").as(type)));
  }

  private static Value same(Call call) {
    Tensor input = call.tensor("input");
    return input.as(input.shape());
  }

  private static Value copy(Call call) {
    Tensor input = call.tensor("input");
    boolean plain = !call.has("memory_format");
    return input.as(input.shape()).with(plain ? ElementOrder.of(input) : null);
  }

  private static Value to(Call call) {
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
}
