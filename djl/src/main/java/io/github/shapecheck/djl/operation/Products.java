package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Products of matrices and of more axes; tensors put together. */
final class Products {
  private Products() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(
        table,
        call -> call.array(call.at(0)).matMul(call.array(call.at(1))),
        "matmul",
        "mm",
        "bmm",
        "mv",
        "dot");
    Operation.put(table, call -> added(call, "mat1", "mat2"), "addmm");
    Operation.put(table, call -> added(call, "batch1", "batch2"), "baddbmm");
    Operation.put(table, call -> added(call, "mat", "vec"), "addmv");
    Operation.put(
        table, call -> call.input().reshape(-1, 1).mul(call.tensor("vec2")), "outer", "ger");
    Operation.put(table, Products::einsum, "einsum");
    Operation.put(
        table,
        call -> {
          NDList parts = call.tensors("tensors");
          return Axis.concat(parts, call.axis("dim", 0, parts.get(0).getShape().dimension()));
        },
        "cat",
        "concat",
        "concatenate");
    Operation.put(
        table,
        call -> {
          NDList parts = call.tensors("tensors");
          int rank = parts.get(0).getShape().dimension() + 1;
          return ai.djl.ndarray.NDArrays.stack(parts, call.axis("dim", 0, rank));
        },
        "stack");
  }

  private static NDArray added(Invocation call, String first, String second) {
    NDArray product = call.tensor(first).matMul(call.tensor(second));
    return call.input()
        .mul((float) call.real("beta", 1))
        .add(product.mul((float) call.real("alpha", 1)));
  }

  /** Every operand spread over all labels, multiplied, summed over those that the output lacks. */
  private static NDArray einsum(Invocation call) {
    String equation = call.text("equation", "").replace(" ", "");
    if (equation.contains(".") || !equation.contains("->")) {
      throw call.failure("has no plain labels with an arrow: " + equation);
    }
    String output = equation.substring(equation.indexOf("->") + 2);
    String[] inputs = equation.substring(0, equation.indexOf("->")).split(",");
    NDList operands = call.tensors("operands");
    StringBuilder labels = new StringBuilder(output);
    for (String input : inputs) {
      for (int i = 0; i < input.length(); i++) {
        char label = input.charAt(i);
        if (input.indexOf(label) != input.lastIndexOf(label)) {
          throw call.failure("takes a diagonal: " + equation);
        } else if (labels.indexOf("" + label) < 0) {
          labels.append(label);
        }
      }
    }
    if (operands.size() == 2 && labels.length() > output.length()) {
      return contracted(operands, inputs, output, labels.toString());
    }
    NDArray product = spread(operands.get(0), inputs[0], labels.toString());
    for (int i = 1; i < inputs.length; i++) {
      product = product.mul(spread(operands.get(i), inputs[i], labels.toString()));
    }
    int[] summed = new int[labels.length() - output.length()];
    for (int i = 0; i < summed.length; i++) {
      summed[i] = output.length() + i;
    }
    return summed.length == 0 ? product : product.sum(summed);
  }

  private static NDArray spread(NDArray x, String input, String labels) {
    List<Integer> order = new ArrayList<>();
    long[] sizes = new long[labels.length()];
    for (int i = 0; i < sizes.length; i++) {
      int axis = input.indexOf(labels.charAt(i));
      sizes[i] = axis < 0 ? 1 : x.getShape().get(axis);
      if (axis >= 0) {
        order.add(axis);
      }
    }
    return x.transpose(order.stream().mapToInt(Integer::intValue).toArray()).reshape(sizes);
  }

  /** Two operands as one product of matrices: what both and the output have is the batch. */
  private static NDArray contracted(NDList operands, String[] in, String output, String labels) {
    StringBuilder batch = new StringBuilder();
    StringBuilder left = new StringBuilder();
    StringBuilder right = new StringBuilder();
    StringBuilder summed = new StringBuilder();
    for (int i = 0; i < labels.length(); i++) {
      char label = labels.charAt(i);
      boolean first = in[0].indexOf(label) >= 0;
      boolean second = in[1].indexOf(label) >= 0;
      boolean kept = output.indexOf(label) >= 0;
      (kept && first && second ? batch : kept && first ? left : kept ? right : summed)
          .append(label);
    }
    NDArray a = summedAlone(operands.get(0), in[0], summed.toString(), in[1]);
    NDArray b = summedAlone(operands.get(1), in[1], summed.toString(), in[0]);
    String inner = summed.toString();
    NDArray x = a.reshape(a.getShape()).transpose(order(in[0], batch + "" + left + inner));
    NDArray y = b.transpose(order(in[1], batch + inner + right));
    long n = size(x, 0, batch.length());
    long rows = size(x, batch.length(), batch.length() + left.length());
    long middle = size(y, batch.length(), batch.length() + inner.length());
    long[] sizes = new long[output.length()];
    String made = batch + "" + left + right;
    for (int i = 0; i < made.length(); i++) {
      int at = in[0].indexOf(made.charAt(i));
      sizes[i] =
          at >= 0
              ? operands.get(0).getShape().get(at)
              : operands.get(1).getShape().get(in[1].indexOf(made.charAt(i)));
    }
    NDArray product = x.reshape(n, rows, middle).matMul(y.reshape(n, middle, -1)).reshape(sizes);
    return product.transpose(order(made, output));
  }

  private static NDArray summedAlone(NDArray x, String labels, String summed, String other) {
    for (int axis = 0; axis < labels.length(); axis++) {
      char label = labels.charAt(axis);
      if (summed.indexOf(label) >= 0 && other.indexOf(label) < 0) {
        throw new IllegalArgumentException("einsum sums " + label + " of one operand alone");
      }
    }
    return x;
  }

  private static int[] order(String labels, String wanted) {
    return wanted.chars().map(labels::indexOf).toArray();
  }

  private static long size(NDArray x, int from, int to) {
    long size = 1;
    for (int axis = from; axis < to; axis++) {
      size *= x.getShape().get(axis);
    }
    return size;
  }
}
