package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Functions of single values, of one tensor or of two that are broadcast. */
final class Elementwise {
  private Elementwise() {}

  static void fill(Map<String, Operation> table) {
    unary(table);
    binary(table);
    comparisons(table);
    Operation.put(
        table,
        Elementwise::cast,
        "to",
        "type",
        "type_as",
        "float",
        "double",
        "half",
        "bfloat16",
        "long",
        "int",
        "short",
        "byte",
        "bool");
    Operation.put(table, Elementwise::clamped, "clamp", "clip");
    Operation.put(table, call -> call.input().minimum(call.tensor("max")), "clamp_max");
    Operation.put(table, call -> call.input().maximum(call.tensor("min")), "clamp_min");
    Operation.put(
        table,
        call -> choice(call, call.tensor("condition"), like(call, "input"), like(call, "other")),
        "where");
    Operation.put(table, Elementwise::masked, "masked_fill");
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          return x.add(call.tensor("end").sub(x).mul(call.tensor("weight")));
        },
        "lerp");
    Operation.put(table, call -> call.input().add(product(call, false)), "addcmul");
    Operation.put(table, call -> call.input().add(product(call, true)), "addcdiv");
  }

  /** The engine's casts lose gradients, which between floating types would matter. */
  private static NDArray cast(Invocation call) {
    NDArray x = call.input();
    if (call.isTraining() && call.dtype() == DataType.BFLOAT16) {
      throw call.failure("casts to bfloat16, through which DJL passes no gradient");
    }
    return Types.cast(x, call.dtype());
  }

  private static NDArray product(Invocation call, boolean quotient) {
    NDArray first = call.tensor("tensor1");
    NDArray second = call.tensor("tensor2");
    return (quotient ? first.div(second) : first.mul(second))
        .mul(Constant.of((float) call.real("value", 1)));
  }

  private static void unary(Map<String, Operation> table) {
    put(table, NDArray::abs, "abs", "absolute");
    put(table, NDArray::neg, "neg", "negative");
    put(table, NDArray::exp, "exp");
    put(table, x -> x.exp().sub(1), "expm1");
    put(table, NDArray::log, "log");
    put(table, NDArray::log2, "log2");
    put(table, NDArray::log10, "log10");
    put(table, x -> x.add(1).log(), "log1p");
    put(table, NDArray::sqrt, "sqrt");
    put(table, x -> x.sqrt().getNDArrayInternal().rdiv(Constant.of(1f)), "rsqrt");
    put(table, NDArray::square, "square");
    put(table, x -> x.getNDArrayInternal().rdiv(Constant.of(1f)), "reciprocal");
    put(table, NDArray::floor, "floor");
    put(table, NDArray::ceil, "ceil");
    put(table, NDArray::trunc, "trunc", "fix");
    put(table, NDArray::round, "round");
    put(table, x -> x.sub(x.trunc()), "frac");
    put(table, NDArray::sign, "sign", "sgn");
    put(table, NDArray::sin, "sin");
    put(table, NDArray::cos, "cos");
    put(table, NDArray::tan, "tan");
    put(table, NDArray::asin, "asin", "arcsin");
    put(table, NDArray::acos, "acos", "arccos");
    put(table, NDArray::atan, "atan", "arctan");
    put(table, NDArray::sinh, "sinh");
    put(table, NDArray::cosh, "cosh");
    put(table, NDArray::asinh, "asinh", "arcsinh");
    put(table, NDArray::acosh, "acosh", "arccosh");
    put(table, NDArray::atanh, "atanh", "arctanh");
    put(table, NDArray::erf, "erf");
    put(table, x -> x.erf().neg().add(1), "erfc");
    put(table, NDArray::erfinv, "erfinv");
    put(table, NDArray::gammaln, "lgamma", "gammaln");
    put(table, NDArray::isNaN, "isnan");
    put(table, NDArray::isInfinite, "isinf");
    put(table, x -> x.mul(Constant.of((float) (Math.PI / 180))), "deg2rad");
    put(table, x -> x.mul(Constant.of((float) (180 / Math.PI))), "rad2deg");
    put(table, x -> truth(x).logicalNot(), "logical_not", "bitwise_not");
    put(table, NDArray::zerosLike, "zeros_like", "zero");
    put(table, NDArray::onesLike, "ones_like");
  }

  private static void binary(Map<String, Operation> table) {
    Operation.put(table, call -> first(call).add(scaled(call)), "add");
    Operation.put(table, call -> first(call).sub(scaled(call)), "sub", "subtract");
    Operation.put(
        table,
        call -> second(call).sub(first(call).mul(Constant.of((float) call.real("alpha", 1)))),
        "rsub");
    two(table, NDArray::mul, "mul", "multiply");
    Operation.put(table, Elementwise::quotient, "div", "divide", "true_divide");
    two(table, (a, b) -> a.div(b).floor(), "floor_divide");
    two(table, (a, b) -> a.sub(a.div(b).floor().mul(b)), "remainder");
    two(table, (a, b) -> a.sub(a.div(b).trunc().mul(b)), "fmod");
    two(table, NDArray::pow, "pow", "float_power");
    two(table, NDArray::maximum, "maximum", "fmax");
    two(table, NDArray::minimum, "minimum", "fmin");
    two(table, NDArray::atan2, "atan2", "arctan2");
    two(table, (a, b) -> a.square().add(b.square()).sqrt(), "hypot");
    two(table, (a, b) -> a.maximum(b).add(a.sub(b).abs().neg().exp().add(1).log()), "logaddexp");
    two(table, NDArray::xlogy, "xlogy");
    two(table, (a, b) -> truth(a).logicalAnd(truth(b)), "logical_and", "bitwise_and");
    two(table, (a, b) -> truth(a).logicalOr(truth(b)), "logical_or", "bitwise_or");
    two(table, (a, b) -> truth(a).logicalXor(truth(b)), "logical_xor", "bitwise_xor");
  }

  private static void comparisons(Map<String, Operation> table) {
    two(table, NDArray::eq, "eq");
    two(table, NDArray::neq, "ne", "not_equal");
    two(table, NDArray::gt, "gt", "greater");
    two(table, NDArray::gte, "ge", "greater_equal");
    two(table, NDArray::lt, "lt", "less");
    two(table, NDArray::lte, "le", "less_equal");
  }

  private static void put(
      Map<String, Operation> table, Function<NDArray, NDArray> work, String... names) {
    Operation.put(table, call -> work.apply(call.input()), names);
  }

  private static void two(
      Map<String, Operation> table, BinaryOperator<NDArray> work, String... names) {
    Operation.put(table, call -> typed(call, work.apply(first(call), second(call))), names);
  }

  private static NDArray first(Invocation call) {
    return call.array(call.at(0));
  }

  private static NDArray second(Invocation call) {
    return call.array(call.at(1));
  }

  private static NDArray scaled(Invocation call) {
    return call.has("alpha")
        ? second(call).mul(Constant.of((float) call.real("alpha", 1)))
        : second(call);
  }

  /** The element type that the report promises, where the way there had another. */
  private static NDArray typed(Invocation call, NDArray x) {
    return Types.cast(x, call.dtype());
  }

  private static NDArray quotient(Invocation call) {
    NDArray quotient = first(call).div(second(call));
    return switch (call.text("rounding_mode", "")) {
      case "floor" -> typed(call, quotient.floor());
      case "trunc" -> typed(call, quotient.trunc());
      default -> quotient;
    };
  }

  /** Truth values, of which some engines' functions give bytes. */
  static NDArray truth(NDArray x) {
    return x.getDataType() == DataType.BOOLEAN ? x : x.neq(0);
  }

  private static NDArray like(Invocation call, String name) {
    NDArray x = call.tensor(name);
    return Types.cast(x, call.dtype());
  }

  private static NDArray clamped(Invocation call) {
    NDArray x = call.input();
    NDArray bounded = call.has("min") ? x.maximum(call.tensor("min")) : x;
    return call.has("max") ? bounded.minimum(call.tensor("max")) : bounded;
  }

  private static NDArray masked(Invocation call) {
    NDArray x = call.input();
    NDArray value = Types.cast(call.tensor("value"), x.getDataType());
    return choice(call, call.tensor("mask"), value, x);
  }

  /** The engine does not broadcast here: all three get the shape of the result. */
  private static NDArray choice(Invocation call, NDArray condition, NDArray yes, NDArray no) {
    Shape shape = call.shape();
    return NDArrays.where(
        truth(condition).broadcast(shape), yes.broadcast(shape), no.broadcast(shape));
  }
}
