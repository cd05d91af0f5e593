package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Functions of single values that fewer models use. */
final class SpecialFunctions {
  private static final float LOG_2 = (float) Math.log(2);

  private SpecialFunctions() {}

  static void fill(Map<String, Operation> table) {
    put(table, x -> x.mul(Constant.of(LOG_2)).exp(), "exp2");
    put(table, x -> x.xlogy(x).neg(), "entr");
    put(table, SpecialFunctions::normal, "ndtr");
    put(table, x -> normal(x).log(), "log_ndtr");
    put(table, x -> x.div(x.neg().add(1)).log(), "logit", "special_logit");
    put(table, Activations::sigmoid, "special_expit");
    put(
        table,
        x -> {
          NDArray angle = x.mul(Constant.of((float) Math.PI));
          NDArray safe = NDArrays.where(x.eq(0), x.onesLike(), angle);
          return NDArrays.where(x.eq(0), x.onesLike(), safe.sin().div(safe));
        },
        "sinc");
    put(
        table,
        x -> NDArrays.where(x.lt(0), x.zerosLike().add((float) Math.PI), x.zerosLike()),
        "angle");
    put(table, x -> x.isNaN().logicalOr(x.isInfinite()).logicalNot(), "isfinite");
    put(table, x -> x.eq(Float.NEGATIVE_INFINITY), "isneginf");
    put(table, x -> x.eq(Float.POSITIVE_INFINITY), "isposinf");
    put(table, x -> x.eq(x).logicalOr(x.neq(x)), "isreal");
    put(table, SpecialFunctions::isNegative, "signbit");
    Operation.put(table, SpecialFunctions::replaced, "nan_to_num");
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          NDArray zero = other(call).broadcast(call.shape());
          NDArray all = x.broadcast(call.shape());
          NDArray steps = all.gt(0).toType(call.dtype(), false);
          return NDArrays.where(all.eq(0), zero.toType(call.dtype(), false), steps);
        },
        "heaviside");
    Operation.put(
        table,
        call -> {
          NDArray length = call.input().abs().broadcast(call.shape());
          NDArray sign = other(call).toType(DataType.FLOAT32, false).broadcast(call.shape());
          return NDArrays.where(isNegative(sign), length.neg(), length);
        },
        "copysign");
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          NDArray y = other(call);
          NDArray gap = x.sub(y).abs().neg().mul(Constant.of(LOG_2)).exp();
          return x.maximum(y).add(gap.add(1).log().div(Constant.of(LOG_2)));
        },
        "logaddexp2");
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          NDArray value = x.mul(other(call).add(1).log());
          NDArray zeros = x.eq(0).broadcast(value.getShape());
          return NDArrays.where(zeros, value.zerosLike(), value);
        },
        "xlog1py");
    Operation.put(
        table,
        call -> {
          NDArray exponent = other(call).toType(DataType.FLOAT32, false);
          return call.input().mul(exponent.mul(Constant.of(LOG_2)).exp());
        },
        "ldexp");
    Operation.put(table, call -> shifted(call, 1), "bitwise_left_shift");
    Operation.put(table, call -> shifted(call, -1), "bitwise_right_shift");
    Operation.put(
        table,
        call -> {
          NDArray y = other(call);
          NDArray bound =
              y.abs()
                  .mul(Constant.of((float) call.real("rtol", 1e-5)))
                  .add((float) call.real("atol", 1e-8));
          NDArray near = call.input().sub(y).abs().lte(bound);
          return near.logicalOr(call.input().eq(y));
        },
        "isclose");
  }

  private static void put(
      Map<String, Operation> table, UnaryOperator<NDArray> work, String... names) {
    Operation.put(table, call -> work.apply(call.input()), names);
  }

  private static NDArray other(Invocation call) {
    return call.array(call.at(1));
  }

  private static NDArray normal(NDArray x) {
    return x.mul(Constant.of((float) Math.sqrt(0.5))).erf().add(1).div(Constant.of(2));
  }

  /** The sign of -0 shows in its reciprocal. */
  private static NDArray isNegative(NDArray x) {
    NDArray floats = x.getDataType().isFloating() ? x : x.toType(DataType.FLOAT32, false);
    NDArray reciprocal = floats.getNDArrayInternal().rdiv(Constant.of(1f));
    return NDArrays.where(floats.eq(0), reciprocal, floats).lt(0);
  }

  private static NDArray replaced(Invocation call) {
    NDArray x = call.input();
    if (!x.getDataType().isFloating()) {
      return x;
    }
    NDArray zero = x.zerosLike();
    NDArray most = zero.add((float) call.real("posinf", Float.MAX_VALUE));
    NDArray least = zero.add((float) call.real("neginf", -Float.MAX_VALUE));
    NDArray numbers = NDArrays.where(x.isNaN(), zero.add((float) call.real("nan", 0)), x);
    NDArray below = NDArrays.where(x.eq(Float.POSITIVE_INFINITY), most, numbers);
    return NDArrays.where(x.eq(Float.NEGATIVE_INFINITY), least, below);
  }

  private static NDArray shifted(Invocation call, int sign) {
    NDArray x = call.input().toType(DataType.FLOAT64, false);
    NDArray factor =
        other(call).toType(DataType.FLOAT64, false).mul(Constant.of(Math.log(2))).exp().round();
    NDArray made = sign > 0 ? x.mul(factor) : x.div(factor).floor();
    return made.toType(call.dtype(), false);
  }
}
