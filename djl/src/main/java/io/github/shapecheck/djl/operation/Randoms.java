package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import java.util.Map;

/** Numbers that are drawn: of PyTorch's distributions, not its very numbers. */
final class Randoms {
  private Randoms() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(table, Randoms::uniform, "rand", "rand_like");
    Operation.put(table, Randoms::normal, "randn", "randn_like");
    Operation.put(
        table,
        call -> {
          double from = call.real("start", 0);
          return uniform(call)
              .mul(Constant.of((float) (call.real("end", 1) - from)))
              .add((float) from);
        },
        "uniform");
    Operation.put(
        table,
        call -> {
          NDArray drawn = normal(call);
          NDArray spread =
              call.isTensor("std")
                  ? drawn.mul(call.tensor("std"))
                  : drawn.mul(Constant.of((float) call.real("std", 1)));
          return call.isTensor("mean")
              ? spread.add(call.tensor("mean"))
              : spread.add((float) call.real("mean", 0));
        },
        "normal");
    Operation.put(
        table,
        call ->
            normal(call)
                .mul(Constant.of((float) call.real("std", 2)))
                .add((float) call.real("mean", 1))
                .exp(),
        "log_normal");
    Operation.put(
        table,
        call -> exponential(call).div(Constant.of((float) call.real("lambd", 1))),
        "exponential");
    Operation.put(
        table,
        call -> {
          NDArray angle = uniform(call).sub(0.5f).mul(Constant.of((float) Math.PI));
          return angle
              .tan()
              .mul(Constant.of((float) call.real("sigma", 1)))
              .add((float) call.real("median", 0));
        },
        "cauchy");
    Operation.put(
        table,
        call ->
            exponential(call).div(Constant.of((float) -Math.log1p(-call.real("p", 0.5)))).ceil(),
        "geometric");
    Operation.put(
        table,
        call -> {
          NDArray odds = call.isTensor("p") ? call.tensor("p") : call.input();
          NDArray drawn = uniform(call);
          NDArray hits =
              call.has("p") && !call.isTensor("p")
                  ? drawn.lt((float) call.real("p", 0))
                  : drawn.lt(odds);
          return hits.toType(call.dtype(), false);
        },
        "bernoulli");
    Operation.put(table, Randoms::integers, "randint", "randint_like");
    Operation.put(table, call -> uniform(call).argSort(0).toType(call.dtype(), false), "randperm");
    Operation.put(table, Randoms::categories, "multinomial");
    Operation.put(table, Randoms::relaxed, "gumbel_softmax");
  }

  private static NDArray uniform(Invocation call) {
    return call.manager().randomUniform(0, 1, call.shape());
  }

  private static NDArray normal(Invocation call) {
    return call.manager().randomNormal(call.shape());
  }

  private static NDArray exponential(Invocation call) {
    return exponential(uniform(call));
  }

  private static NDArray exponential(NDArray uniform) {
    return uniform.neg().add(1).maximum(Constant.of(Float.MIN_NORMAL)).log().neg();
  }

  /** {@code randint(10)} names the end first. */
  private static NDArray integers(Invocation call) {
    boolean both = call.has("high");
    double low = both ? call.real("low", 0) : 0;
    double high = call.real(both ? "high" : "low", 1);
    NDArray drawn =
        uniform(call)
            .mul(Constant.of((float) (high - low)))
            .floor()
            .minimum(Constant.of((float) (high - low - 1)));
    return drawn.add((float) low).toType(call.dtype(), false);
  }

  /** Without replacement, the largest of odds over exponentials; with it, one race for each. */
  private static NDArray categories(Invocation call) {
    NDArray odds = call.input().toType(DataType.FLOAT32, false);
    int last = call.rank() - 1;
    long size = odds.getShape().get(last);
    int count = (int) call.integer("num_samples", 1);
    if (!call.flag("replacement", false)) {
      NDArray races = exponential(call.manager().randomUniform(0, 1, odds.getShape()));
      return odds.div(races).topK(count, last, true, true).get(1);
    }
    NDArray rows = odds.reshape(-1, 1, size);
    NDArray wide =
        rows.broadcast(new ai.djl.ndarray.types.Shape(rows.getShape().get(0), count, size));
    NDArray races = exponential(call.manager().randomUniform(0, 1, wide.getShape()));
    return wide.div(races).argMax(2).reshape(call.shape());
  }

  private static NDArray relaxed(Invocation call) {
    NDArray logits = call.tensor("logits");
    int axis = call.axis("dim", -1, logits.getShape().dimension());
    NDArray noise = exponential(uniform(call)).maximum(Constant.of(Float.MIN_NORMAL)).log().neg();
    NDArray soft = logits.add(noise).div(Constant.of((float) call.real("tau", 1))).softmax(axis);
    if (!call.flag("hard", false)) {
      return soft;
    }
    NDArray most = soft.max(new int[] {axis}, true).broadcast(soft.getShape());
    NDArray hard = NDArrays.where(soft.eq(most), soft.onesLike(), soft.zerosLike());
    return hard.sub(soft).stopGradient().add(soft);
  }
}
