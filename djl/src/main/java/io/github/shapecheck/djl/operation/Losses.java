package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Map;

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
          return reduced(call, x.maximum(0).sub(x.mul(call.tensor("target"))).add(softplus));
        },
        "BCEWithLogitsLoss",
        "binary_cross_entropy_with_logits");
    Operation.put(
        table,
        call -> {
          NDArray y = call.tensor("target");
          NDArray yes = call.input().log().maximum(-100).mul(y);
          NDArray no = call.input().neg().add(1).log().maximum(-100).mul(y.neg().add(1));
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
        ? each.sum().div((float) call.input().getShape().get(0))
        : reduced(call, each);
  }

  private static NDArray difference(Invocation call) {
    return call.input().sub(call.tensor("target"));
  }

  private static NDArray reduced(Invocation call, NDArray each) {
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
    NDArray near = distance.minimum((float) beta);
    return reduced(call, near.square().div((float) (2 * beta)).add(distance.sub(near)));
  }

  private static NDArray crossEntropy(Invocation call) {
    if (call.real("label_smoothing", 0) > 0) {
      throw call.failure("smooths its labels");
    }
    NDArray x = call.input();
    int axis = x.getShape().dimension() == 1 ? 0 : 1;
    NDArray logs = x.logSoftmax(axis);
    NDArray target = call.tensor("target");
    if (target.getDataType().isFloating()) {
      NDArray each = logs.mul(target).sum(new int[] {axis}).neg();
      return reduced(call, each);
    }
    return likelihood(call, logs);
  }

  private static NDArray likelihood(Invocation call, NDArray logs) {
    int axis = logs.getShape().dimension() == 1 ? 0 : 1;
    NDArray target = call.tensor("target").toType(DataType.INT64, false);
    NDArray counts =
        target.neq((float) call.integer("ignore_index", IGNORED)).toType(logs.getDataType(), false);
    NDArray safe = target.maximum(0).expandDims(axis);
    NDArray each = logs.gather(safe, axis).squeeze(axis).neg().mul(counts);
    return call.text("reduction", "mean").equals("mean") && !call.has("weight")
        ? each.sum().div(counts.sum())
        : reduced(call, each);
  }
}
