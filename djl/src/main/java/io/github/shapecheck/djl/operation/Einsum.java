package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;

/** Sums of products by Einstein's convention. */
final class Einsum {
  /** More axes than an ellipsis can stand for. */
  private static final int AXES = 12;

  private Einsum() {}

  /** Every operand spread over all labels, multiplied, summed over those that the output lacks. */
  static NDArray of(Invocation call) {
    NDList operands = call.tensors("operands");
    String text = call.text("equation", "").replace(" ", "");
    String equation = complete(named(text, operands));
    String output = equation.substring(equation.indexOf("->") + 2);
    String[] inputs = equation.substring(0, equation.indexOf("->")).split(",");
    StringBuilder labels = new StringBuilder(output);
    for (int k = 0; k < inputs.length; k++) {
      for (int i = 0; i < inputs[k].length(); i++) {
        char label = inputs[k].charAt(i);
        int again = inputs[k].indexOf(label, i + 1);
        if (again > 0) {
          operands.set(k, operands.get(k).diagonal(0, i, again));
          inputs[k] = inputs[k].replace("" + label, "") + label;
          i--;
        } else if (labels.indexOf("" + label) < 0) {
          labels.append(label);
        }
      }
    }
    boolean alone = text.contains("."); // what an ellipsis stands for may be broadcast
    for (int i = output.length(); i < labels.length(); i++) {
      for (String input : inputs) {
        alone |= input.indexOf(labels.charAt(i)) < 0;
      }
    }
    if (operands.size() == 2 && !alone && labels.length() > output.length()) {
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

  /** Capitals that the equation lacks in place of an ellipsis, those of the last axes alike. */
  private static String named(String equation, NDList operands) {
    if (!equation.contains("...")) {
      return equation;
    }
    StringBuilder free = new StringBuilder();
    for (char c = 'A'; c <= 'Z'; c++) {
      free.append(equation.indexOf(c) < 0 ? "" + c : "");
    }
    String[] sides = equation.split("->");
    String[] inputs = sides[0].split(",");
    int most = 0;
    for (int i = 0; i < inputs.length; i++) {
      int extra = operands.get(i).getShape().dimension() - inputs[i].replace("...", "").length();
      if (inputs[i].contains("...")) {
        inputs[i] = inputs[i].replace("...", free.substring(AXES - extra, AXES));
        most = Math.max(most, extra);
      }
    }
    String all = free.substring(AXES - most, AXES);
    String left = String.join(",", inputs);
    if (sides.length > 1) {
      return left + "->" + sides[1].replace("...", all);
    }
    String completed = complete(left);
    String output = completed.substring(completed.indexOf("->") + 2);
    StringBuilder rest = new StringBuilder(all);
    output.chars().filter(c -> all.indexOf(c) < 0).forEach(c -> rest.append((char) c));
    return left + "->" + rest;
  }

  /** Without an arrow the output has the labels that come once, in the order of the alphabet. */
  private static String complete(String equation) {
    if (equation.contains("->")) {
      return equation;
    }
    StringBuilder output = new StringBuilder();
    equation
        .chars()
        .filter(c -> c != ',' && equation.indexOf(c) == equation.lastIndexOf(c))
        .sorted()
        .forEach(c -> output.append((char) c));
    return equation + "->" + output;
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
