package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Losses that people write into their forward passes. */
final class Losses {
  private static final long IGNORED = -100;

  private Losses() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(table, call -> reduced(call, difference(call).square()), "MSELoss", "mse_loss");
    Operation.put(table, call -> reduced(call, difference(call).abs()), "L1Loss", "l1_loss");
    Operation.put(
        table, call -> smooth(call, call.real("beta", 1)), "SmoothL1Loss", "smooth_l1_loss");
    Operation.put(table, Losses::divergence, "KLDivLoss", "kl_div");
    Operation.put(table, Losses::crossEntropy, "CrossEntropyLoss", "cross_entropy");
    Operation.put(table, call -> likelihood(call, call.input()), "NLLLoss", "nll_loss");
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          NDArray softplus = x.abs().neg().exp().add(1).log();
          return reduced(
              call, x.maximum(Constant.of(0)).sub(x.mul(call.tensor("target"))).add(softplus));
        },
        "BCEWithLogitsLoss",
        "binary_cross_entropy_with_logits");
    Operation.put(
        table,
        call -> {
          NDArray y = call.tensor("target");
          NDArray yes = call.input().log().maximum(Constant.of(-100)).mul(y);
          NDArray no =
              call.input().neg().add(1).log().maximum(Constant.of(-100)).mul(y.neg().add(1));
          return reduced(call, yes.add(no).neg());
        },
        "BCELoss",
        "binary_cross_entropy");
  }

  /** The target is probabilities, or their logarithms. */
  private static NDArray divergence(Invocation call) {
    NDArray target = call.tensor("target");
    boolean logarithms = call.flag("log_target", false);
    NDArray each =
        logarithms
            ? target.exp().mul(target.sub(call.input()))
            : target.xlogy(target).sub(target.mul(call.input()));
    return call.text("reduction", "mean").equals("batchmean")
        ? each.sum().div(Constant.of((float) call.input().getShape().get(0)))
        : reduced(call, each);
  }

  private static NDArray difference(Invocation call) {
    return call.input().sub(call.tensor("target"));
  }

  static NDArray reduced(Invocation call, NDArray each) {
    if (call.has("weight") || call.has("pos_weight")) {
      throw call.failure("weighs its losses");
    }
    return switch (call.text("reduction", "mean")) {
      case "none" -> each;
      case "sum" -> each.sum();
      default -> each.mean();
    };
  }

  private static NDArray smooth(Invocation call, double beta) {
    NDArray distance = difference(call).abs();
    NDArray near = distance.minimum(Constant.of((float) beta));
    return reduced(
        call, near.square().div(Constant.of((float) (2 * beta))).add(distance.sub(near)));
  }

  /** A share of the labels may be spread over all classes. */
  private static NDArray crossEntropy(Invocation call) {
    NDArray x = call.input();
    int axis = x.getShape().dimension() == 1 ? 0 : 1;
    NDArray logs = x.logSoftmax(axis);
    NDArray target = call.tensor("target");
    double smoothing = call.real("label_smoothing", 0);
    NDArray weighed = weights(call, logs, axis).map(logs::mul).orElse(logs);
    if (target.getDataType().isFloating()) {
      double each = smoothing / x.getShape().get(axis);
      NDArray soft = target.mul(Constant.of((float) (1 - smoothing))).add((float) each);
      NDArray losses = weighed.mul(soft).sum(new int[] {axis}).neg();
      return settled(call, losses, losses.onesLike());
    }
    if (smoothing == 0) {
      return likelihood(call, logs);
    }
    NDArray counts = counted(call, logs);
    NDArray named = named(call, logs, axis);
    NDArray spread = weighed.sum(new int[] {axis}).neg().mul(counts);
    NDArray right = named.mul(Constant.of((float) (1 - smoothing)));
    NDArray losses =
        right.add(spread.mul(Constant.of((float) (smoothing / x.getShape().get(axis)))));
    return settled(call, losses, shares(call, logs));
  }

  private static NDArray likelihood(Invocation call, NDArray logs) {
    int axis = logs.getShape().dimension() == 1 ? 0 : 1;
    return settled(call, named(call, logs, axis), shares(call, logs));
  }

  /** The mean is over what the labels weigh. */
  private static NDArray settled(Invocation call, NDArray losses, NDArray shares) {
    return switch (call.text("reduction", "mean")) {
      case "none" -> losses;
      case "sum" -> losses.sum();
      default -> losses.sum().div(shares.sum());
    };
  }

  private static NDArray target(Invocation call) {
    return call.tensor("target").toType(DataType.INT64, false);
  }

  private static NDArray counted(Invocation call, NDArray logs) {
    long ignored = call.integer("ignore_index", IGNORED);
    return target(call).neq((float) ignored).toType(logs.getDataType(), false);
  }

  /** What each label weighs, 0 where it is ignored. */
  private static NDArray shares(Invocation call, NDArray logs) {
    NDArray counts = counted(call, logs);
    return call.has("weight")
        ? Axis.pick(call.tensor("weight"), 0, target(call).maximum(Constant.of(0)).flatten())
            .reshape(counts.getShape())
            .mul(counts)
        : counts;
  }

  private static NDArray named(Invocation call, NDArray logs, int axis) {
    NDArray safe = target(call).maximum(Constant.of(0)).expandDims(axis);
    return logs.gather(safe, axis).squeeze(axis).neg().mul(shares(call, logs));
  }

  private static Optional<NDArray> weights(Invocation call, NDArray logs, int axis) {
    long[] sizes = new long[logs.getShape().dimension()];
    Arrays.fill(sizes, 1);
    sizes[axis] = logs.getShape().get(axis);
    return call.optional("weight").map(weight -> weight.reshape(sizes));
  }
}
