package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** Activations, softmax and dropout. */
final class Activations {
  private static final double ROOT = Math.sqrt(2 / Math.PI);
  private static final double SELU_FLOOR = -1.0507009873554805 * 1.6732632423543772;

  private Activations() {}

  static void fill(Map<String, Operation> table) {
    put(table, x -> x.getNDArrayInternal().relu(), "ReLU", "relu");
    put(table, x -> between(x, 0, 6), "ReLU6", "relu6");
    put(table, x -> x.getNDArrayInternal().selu(), "SELU", "selu");
    put(table, x -> x.mul(sigmoid(x)), "SiLU", "silu");
    put(table, x -> x.mul(softplus(x, 1, 20).tanh()), "Mish", "mish");
    put(table, x -> between(x.add(3), 0, 6).div(Constant.of(6)), "Hardsigmoid", "hardsigmoid");
    put(table, x -> x.mul(x.add(3).clip(0, 6)).div(Constant.of(6)), "Hardswish", "hardswish");
    put(table, Activations::sigmoid, "Sigmoid", "sigmoid", "expit");
    put(table, x -> softplus(x.neg(), 1, 20).neg(), "LogSigmoid", "logsigmoid", "log_sigmoid");
    put(table, x -> x.div(x.abs().add(1)), "Softsign", "softsign");
    put(table, NDArray::tanh, "Tanh", "tanh");
    put(table, x -> x.sub(x.tanh()), "Tanhshrink", "tanhshrink");
    Operation.put(
        table,
        call ->
            call.input().getNDArrayInternal().leakyRelu((float) call.real("negative_slope", 0.01)),
        "LeakyReLU",
        "leaky_relu");
    Operation.put(table, Activations::randomLeaky, "RReLU", "rrelu");
    Operation.put(table, call -> elu(call, call.real("alpha", 1), 1), "ELU", "elu");
    Operation.put(
        table, call -> elu(call, call.real("alpha", 1), call.real("alpha", 1)), "CELU", "celu");
    Operation.put(table, Activations::gelu, "GELU", "gelu");
    Operation.put(
        table,
        call -> between(call.input(), call.real("min_val", -1), call.real("max_val", 1)),
        "Hardtanh",
        "hardtanh");
    Operation.put(table, call -> shrink(call, false), "Hardshrink", "hardshrink");
    Operation.put(table, call -> shrink(call, true), "Softshrink", "softshrink");
    Operation.put(
        table,
        call -> softplus(call.input(), call.real("beta", 1), call.real("threshold", 20)),
        "Softplus",
        "softplus");
    Operation.put(table, Activations::threshold, "Threshold", "threshold");
    Operation.put(table, Activations::prelu, "PReLU", "prelu");
    Operation.put(table, call -> call.input().softmax(axis(call)), "Softmax", "softmax");
    Operation.put(table, call -> call.input().neg().softmax(axis(call)), "Softmin", "softmin");
    Operation.put(table, call -> call.input().logSoftmax(axis(call)), "LogSoftmax", "log_softmax");
    Operation.put(table, call -> call.input().softmax(-3), "Softmax2d");
    Operation.put(table, Activations::gate, "GLU", "glu");
    put(table, x -> x, "Identity");
    Operation.put(table, call -> dropout(call, new int[0]), "Dropout", "dropout");
    for (String name : new String[] {"1d", "2d", "3d"}) {
      int spatial = name.charAt(0) - '0';
      int[] axes = new int[spatial];
      Arrays.setAll(axes, i -> -1 - i);
      Operation.put(table, call -> dropout(call, axes), "Dropout" + name, "dropout" + name);
    }
    Operation.put(table, call -> alphaDropout(call, false), "AlphaDropout", "alpha_dropout");
    Operation.put(
        table, call -> alphaDropout(call, true), "FeatureAlphaDropout", "feature_alpha_dropout");
    Operation.put(table, Activations::depth, "stochastic_depth", "drop_path");
  }

  private static void put(
      Map<String, Operation> table, Function<NDArray, NDArray> work, String... names) {
    Operation.put(table, call -> work.apply(call.input()), names);
  }

  private static int axis(Invocation call) {
    int rank = call.input().getShape().dimension();
    int implied = rank == 0 || rank == 1 || rank == 3 ? 0 : 1;
    return call.axis("dim", implied, rank);
  }

  static NDArray sigmoid(NDArray x) {
    return x.getNDArrayInternal().sigmoid();
  }

  /** log(1 + exp(beta x)) / beta, and x itself where that is the same. */
  static NDArray softplus(NDArray x, double beta, double threshold) {
    NDArray scaled = x.mul(Constant.of((float) beta));
    NDArray soft =
        scaled
            .minimum(Constant.of((float) threshold))
            .exp()
            .add(1)
            .log()
            .div(Constant.of((float) beta));
    // exp of what is far below 0 vanishes beside 1: there the sum's logarithm is the exponential
    NDArray small = scaled.minimum(Constant.of(0)).exp().div(Constant.of((float) beta));
    NDArray exact = NDArrays.where(scaled.lt(-15), small, soft);
    return NDArrays.where(scaled.gt((float) threshold), x, exact);
  }

  /** Bounded, without a gradient on the bounds as well as outside. */
  private static NDArray between(NDArray x, double low, double high) {
    NDArray inside = x.gt((float) low).logicalAnd(x.lt((float) high));
    return NDArrays.where(inside, x, x.stopGradient().clip(low, high));
  }

  private static NDArray randomLeaky(Invocation call) {
    double lower = call.real("lower", 1.0 / 8);
    double upper = call.real("upper", 1.0 / 3);
    boolean training = call.isLayer() ? call.isTraining() : call.flag("training", false);
    NDArray x = call.input();
    if (!training) {
      return x.getNDArrayInternal().leakyRelu((float) ((lower + upper) / 2));
    }
    NDArray slopes = x.getManager().randomUniform((float) lower, (float) upper, x.getShape());
    return NDArrays.where(x.gt(0), x, x.mul(slopes));
  }

  private static NDArray elu(Invocation call, double alpha, double scale) {
    NDArray x = call.input();
    NDArray negative =
        NDArrays.where(x.gt(0), x.zerosLike(), x)
            .div(Constant.of((float) scale))
            .exp()
            .sub(1)
            .mul(Constant.of((float) alpha));
    return NDArrays.where(x.gt(0), x, negative);
  }

  private static NDArray gelu(Invocation call) {
    NDArray x = call.input();
    if (call.text("approximate", "none").equals("none")) {
      return x.getNDArrayInternal().gelu();
    }
    NDArray inner =
        x.add(x.mul(x).mul(x).mul(Constant.of(0.044715f))).mul(Constant.of((float) ROOT));
    return x.mul(Constant.of(0.5f)).mul(inner.tanh().add(1));
  }

  private static NDArray shrink(Invocation call, boolean soft) {
    NDArray x = call.input();
    float lambda = (float) call.real("lambd", 0.5);
    NDArray kept = soft ? x.sub(x.sign().mul(Constant.of(lambda))) : x;
    return NDArrays.where(x.abs().gt(lambda), kept, x.zerosLike());
  }

  private static NDArray threshold(Invocation call) {
    NDArray x = call.input();
    NDArray other = x.zerosLike().add((float) call.real("value", 0));
    return NDArrays.where(x.gt((float) call.real("threshold", 0)), x, other);
  }

  private static NDArray prelu(Invocation call) {
    NDArray x = call.input();
    NDArray weight = call.weight("weight");
    long[] sizes = new long[x.getShape().dimension()];
    Arrays.fill(sizes, 1);
    if (weight.size() > 1) {
      sizes[1] = weight.size();
    }
    return NDArrays.where(x.gt(0), x, x.mul(weight.reshape(sizes)));
  }

  private static NDArray gate(Invocation call) {
    NDArray x = call.input();
    int axis = call.axis("dim", -1, x.getShape().dimension());
    long half = x.getShape().get(axis) / 2;
    NDArray gates = sigmoid(Axis.slice(x, axis, half, 2 * half));
    return Axis.slice(x, axis, 0, half).mul(gates);
  }

  /** Drops whole maps where they have spatial axes, counted from the end. */
  private static NDArray dropout(Invocation call, int[] spatial) {
    NDArray x = call.input();
    double p = call.real("p", 0.5);
    boolean training =
        call.isLayer() ? call.isTraining() : call.isTraining() && call.flag("training", true);
    if (!training || p == 0) {
      return x;
    }
    if (spatial.length == 0) {
      return x.getNDArrayInternal().dropout(x, (float) p, true).get(0);
    }
    long[] sizes = x.getShape().getShape().clone();
    for (int axis : spatial) {
      sizes[sizes.length + axis] = 1;
    }
    return x.mul(keep(x, p, sizes));
  }

  /** 0 with probability p, else what keeps the mean. */
  private static NDArray keep(NDArray x, double p, long... sizes) {
    NDArray kept =
        x.getManager().randomUniform(0, 1, new ai.djl.ndarray.types.Shape(sizes)).gte((float) p);
    return kept.toType(x.getDataType(), false)
        .div(Constant.of((float) Math.max(1 - p, Float.MIN_NORMAL)));
  }

  private static NDArray depth(Invocation call) {
    NDArray x = call.input();
    double p = call.real("p", call.real("drop_prob", 0));
    if (!call.isTraining() || !call.flag("training", true) || p == 0) {
      return x;
    }
    long[] sizes = new long[x.getShape().dimension()];
    Arrays.fill(sizes, 1);
    sizes[0] = call.text("mode", "row").equals("row") ? x.getShape().get(0) : 1;
    return x.mul(keep(x, p, sizes));
  }

  /** What is dropped takes SELU's lowest value; mean and variance stay. */
  private static NDArray alphaDropout(Invocation call, boolean maps) {
    NDArray x = call.input();
    double p = call.real("p", 0.5);
    boolean training =
        call.isLayer() ? call.isTraining() : call.isTraining() && call.flag("training", true);
    if (!training || p == 0) {
      return x;
    }
    long[] sizes = x.getShape().getShape().clone();
    for (int axis = 2; maps && axis < sizes.length; axis++) {
      sizes[axis] = 1;
    }
    NDArray kept =
        x.getManager()
            .randomUniform(0, 1, new ai.djl.ndarray.types.Shape(sizes))
            .gte((float) p)
            .toType(x.getDataType(), false);
    double scale = 1 / Math.sqrt((1 - p) * (1 + p * SELU_FLOOR * SELU_FLOOR));
    NDArray dropped = kept.neg().add(1).mul(Constant.of((float) SELU_FLOOR));
    return x.mul(kept)
        .add(dropped)
        .mul(Constant.of((float) scale))
        .add((float) (-scale * SELU_FLOOR * p));
  }
}
