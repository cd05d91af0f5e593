package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.shapecheck.report.Operand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    Operation.put(table, Creations::constant, "tensor", "FloatTensor", "LongTensor", "as_tensor");
    table.put("meshgrid", Creations::grid);
    Operation.put(table, call -> call.manager().randomNormal(call.shape()), "randn", "randn_like");
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

  private static NDArray constant(Invocation call) {
    List<Float> values = new ArrayList<>();
    collect(call, call.at(0), values);
    float[] numbers = new float[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i);
    }
    return call.manager().create(numbers, call.shape()).toType(call.dtype(), false);
  }

  private static void collect(Invocation call, Operand value, List<Float> into) {
    if (value instanceof Operand.Items items) {
      items.items().forEach(item -> collect(call, item, into));
    } else {
      into.add((float) call.number(value));
    }
  }

  /** Each vector along its own axis; of the first two {@code indexing="xy"} swaps the axes. */
  private static NDList grid(Invocation call) {
    NDList vectors = call.tensors("tensors");
    boolean swap = call.text("indexing", "ij").equals("xy") && vectors.size() > 1;
    NDList grids = new NDList();
    for (int i = 0; i < vectors.size(); i++) {
      long[] sizes = new long[vectors.size()];
      Arrays.fill(sizes, 1);
      sizes[swap && i < 2 ? 1 - i : i] = vectors.get(i).size();
      grids.add(vectors.get(i).reshape(sizes).broadcast(call.shape(i)));
    }
    return grids;
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
