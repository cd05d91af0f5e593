package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.create.Creating;
import io.github.shapecheck.processor.operation.view.Reshaping;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;

/** Functions that make tensors. */
public final class CreationTable {
  private static final String OPTIONS =
      ", *, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False,"
          + " memory_format=None, generator=None, names=None";

  private CreationTable() {}

  static void fill(Table table) {
    for (String name : new String[] {"zeros", "ones", "empty", "rand", "randn"}) {
      table.function(name, "*size" + OPTIONS, call -> Creating.sized(call, DType.FLOAT32));
      table.function(name + "_like", "input" + OPTIONS, Creating::like);
    }
    for (String name : new String[] {"zeros", "ones", "empty"}) {
      table.method("new_" + name, "input, *size" + OPTIONS, Creating::renewed);
    }
    table.function("full", "size, fill_value" + OPTIONS, Creating::full);
    table.function("full_like", "input, fill_value" + OPTIONS, Creating::like);
    table.method("new_full", "input, size, fill_value" + OPTIONS, Creating::renewed);
    table.method("new_tensor", "input, data" + OPTIONS, Creating::tensor);
    table.function("randint_like", "input, low, high=None" + OPTIONS, Creating::like);
    table.function(
        "randint",
        "low, high, size=None" + OPTIONS,
        call -> {
          String name = call.has("size") ? "size" : "high";
          return Tensor.of(
              io.github.shapecheck.shape.Shape.of(Reshaping.sizes(call, name)),
              Creating.given(call, DType.INT64));
        });
    table.function("arange", "start=None, end=None, step=1" + OPTIONS, Creating::arange);
    table.function("linspace", "start, end, steps" + OPTIONS, Creating::linspace);
    table.function("logspace", "start, end, steps, base=10.0" + OPTIONS, Creating::linspace);
    table.function("eye", "n, m=None" + OPTIONS, Creating::eye);
    table.function(
        "randperm",
        "steps" + OPTIONS,
        call -> ((Tensor) Creating.linspace(call)).as(Creating.given(call, DType.INT64)));
    for (String name : new String[] {"tensor", "as_tensor", "scalar_tensor", "from_numpy"}) {
      table.function(name, "data" + OPTIONS, Creating::tensor);
    }
    table.function("meshgrid", "*tensors, indexing='ij'", Creating::meshgrid);
    for (String name :
        new String[] {"hann_window", "hamming_window", "bartlett_window", "blackman_window"}) {
      table.function(name, "steps, periodic=True" + OPTIONS, Creating::linspace);
    }
  }
}
