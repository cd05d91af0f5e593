package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.shapecheck.report.Operand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

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
        table,
        Creations::constant,
        "tensor",
        "as_tensor",
        "from_numpy",
        "scalar_tensor",
        "new_tensor",
        "new",
        "Tensor",
        "FloatTensor",
        "DoubleTensor",
        "HalfTensor",
        "LongTensor",
        "IntTensor",
        "ByteTensor",
        "BoolTensor");
    Operation.put(
        table, call -> call.input().zerosLike().add((float) call.real("value", 0)), "fill");
    Operation.put(
        table,
        call -> Types.cast(call.tensor("src"), call.input().getDataType()).broadcast(call.shape()),
        "copy");
    Operation.put(
        table, call -> window(call, x -> (1 - Math.cos(2 * Math.PI * x)) / 2), "hann_window");
    Operation.put(
        table,
        call -> window(call, x -> 0.54 - 0.46 * Math.cos(2 * Math.PI * x)),
        "hamming_window");
    Operation.put(table, call -> window(call, x -> 1 - Math.abs(2 * x - 1)), "bartlett_window");
    Operation.put(
        table,
        call ->
            window(
                call,
                x -> 0.42 - 0.5 * Math.cos(2 * Math.PI * x) + 0.08 * Math.cos(4 * Math.PI * x)),
        "blackman_window");
    Operation.put(
        table,
        call -> {
          double start = call.real("start", 0);
          long count = call.shape().get(0);
          double step = count < 2 ? 0 : (call.real("end", 1) - start) / (count - 1);
          float[] values = new float[(int) count];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.pow(call.real("base", 10), start + i * step);
          }
          return call.manager().create(values).duplicate();
        },
        "logspace");
    table.put("meshgrid", Creations::grid);
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

  /** What numbers say; of sizes alone, which PyTorch leaves as they come, zeros. */
  private static NDArray constant(Invocation call) {
    Operand data = call.operand("data");
    if (data instanceof Operand.Reference) {
      return Types.cast(call.tensor("data"), call.dtype());
    }
    if (data instanceof Operand.Items one
        && one.items().size() == 1
        && one.items().get(0) instanceof Operand.Reference reference) {
      return Types.cast(call.array(reference), call.dtype());
    }
    List<Float> values = new ArrayList<>();
    collect(call, data, values);
    float[] numbers = new float[Math.toIntExact(call.shape().size())];
    if (values.size() != numbers.length) {
      return call.manager().zeros(call.shape(), call.dtype());
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i);
    }
    return call.manager().create(numbers, call.shape()).duplicate().toType(call.dtype(), false);
  }

  /** A function of 0 to 1, which a periodic window does not reach. */
  private static NDArray window(Invocation call, DoubleUnaryOperator shape) {
    float[] values = new float[(int) call.shape().get(0)];
    int intervals = values.length - (call.flag("periodic", true) ? 0 : 1);
    for (int i = 0; i < values.length; i++) {
      values[i] = values.length == 1 ? 1 : (float) shape.applyAsDouble((double) i / intervals);
    }
    return call.manager().create(values).duplicate();
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
    return call.manager().create(values).duplicate().toType(call.dtype(), false);
  }
}
