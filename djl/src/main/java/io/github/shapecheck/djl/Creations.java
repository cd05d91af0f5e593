package io.github.shapecheck.djl;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** Tensors out of nothing, of the shape and the type that the report promises. */
final class Creations {
  private Creations() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(
        table,
        call -> call.manager().zeros(call.shape(), call.dtype()),
        "zeros",
        "zeros_like",
        "new_zeros",
        "empty",
        "empty_like",
        "new_empty");
    Operation.put(
        table,
        call -> call.manager().ones(call.shape(), call.dtype()),
        "ones",
        "ones_like",
        "new_ones");
    Operation.put(
        table,
        call ->
            call.manager()
                .full(call.shape(), (float) call.real("fill_value", 0))
                .toType(call.dtype(), false),
        "full",
        "full_like",
        "new_full");
    Operation.put(
        table, call -> call.manager().randomUniform(0, 1, call.shape()), "rand", "rand_like");
    Operation.put(
        table, call -> call.manager().randomNormal(call.shape()), "randn", "randn_like");
    Operation.put(table, Creations::range, "arange");
    Operation.put(
        table,
        call ->
            call.manager()
                .linspace(
                    (float) call.real("start", 0),
                    (float) call.real("end", 1),
                    (int) call.shape().get(0)),
        "linspace");
    Operation.put(
        table,
        call -> {
          int rows = (int) call.shape().get(0);
          int columns = (int) call.shape().get(call.shape().dimension() - 1);
          return call.manager().eye(rows, columns, 0, call.dtype());
        },
        "eye");
  }

  /** {@code arange(5)} names the end first. */
  private static NDArray range(Invocation call) {
    double start = call.has("end") ? call.real("start", 0) : 0;
    double step = call.real("step", 1);
    float[] values = new float[(int) call.shape().get(0)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (start + i * step);
    }
    return call.manager().create(values).toType(call.dtype(), false);
  }
}
