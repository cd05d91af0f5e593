package io.github.shapecheck.processor.operation.math;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.math.Elementwise.Result;

/** Functions of elements at the same place: arithmetic, comparisons, roots and logarithms. */
public final class ElementFunctions implements Family {
  @Override
  public String signatures() {
    return """
        sqrt|rsqrt|exp|exp2|expm1|log|log2|log10|log1p(input)
          sin|cos|tan|asin|acos|atan|arcsin|arccos|arctan(input)
          sinh|cosh|asinh|acosh|atanh|arccosh|arcsinh|arctanh(input)
          expit|special_expit|entr|erfcx|ndtr|log_ndtr|psi|gammaln|erf|erfc|erfinv|lgamma(input)
          digamma|reciprocal|logit|deg2rad|rad2deg|sinc|i0|angle|special_logit(input)
          distributions.entropy|distributions.moment(input)
        sigmoid(input)
          nn.Sigmoid()(input)
        tanh(input)
          nn.Tanh()(input)
        abs|absolute(input)
        neg|negative|sign|sgn|ceil|floor|trunc|fix|frac|positive|square(input)
          conj|bitwise_not|resolve_conj|resolve_neg|conj_physical|poisson(input)
          bernoulli(input, p=None, *, generator=None)
          round(input, *, decimals=0)
          nan_to_num(input, nan=0.0, posinf=None, neginf=None)
        isnan|isinf|isfinite|isneginf|isposinf|isreal|logical_not|signbit(input)
        add(input, other, *, alpha=1)
        sub|subtract(input, other, *, alpha=1)
        mul|multiply|floor_divide|remainder|fmod(input, other, *, alpha=1)
          maximum|minimum|fmax|fmin|bitwise_and|bitwise_or|bitwise_xor(input, other, *, alpha=1)
          bitwise_left_shift|bitwise_right_shift|xlogy|xlog1py(input, other, *, alpha=1)
          heaviside|copysign|gcd|lcm|nextafter(input, other, *, alpha=1)
          distributions.log_prob|distributions.kl_divergence(input, other, *, alpha=1)
        rsub(input, other, *, alpha=1)
        eq|ne|lt|le|gt|ge|not_equal|less|less_equal(input, other, *, alpha=1)
          greater|greater_equal|logical_and|logical_or|logical_xor(input, other, *, alpha=1)
        isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False)
        div|divide|true_divide(input, other, *, rounding_mode=None)
          atan2|arctan2|hypot|logaddexp|logaddexp2(input, other, *, alpha=1)
          ldexp|igamma|igammac(input, other, *, alpha=1)
        pow(input, exponent)
        float_power(input, exponent)
        clamp|clip(input, min=None, max=None)
        clamp_min(input, min)
        clamp_max(input, max)
        lerp(input, end, weight)
        addcmul|addcdiv(input, tensor1, tensor2, *, value=1)
        masked_fill(input, mask, value)
        where(condition, input=None, other=None)
        Tensor.where(input, condition, other)
        Tensor.copy(input, src, non_blocking=False)
        complex(real, imag)
        polar(abs, angle)
        """;
  }

  @Override
  public Operation operation(String name) {
    Kind one = Kind.ELEMENTWISE;
    Kind several = Kind.ARITHMETIC;
    return switch (name) {
      case "sqrt" -> new Operation(name, one, Elementwise.of(Result.FLOAT, "input"));
      case "sigmoid" -> new Operation(name, Kind.SIGMOID, Elementwise.of(Result.FLOAT, "input"));
      case "tanh" -> new Operation(name, Kind.ACTIVATION, Elementwise.of(Result.FLOAT, "input"));
      case "abs" -> new Operation(name, one, Elementwise.of(Result.REAL, "input"));
      case "neg" -> new Operation(name, one, Elementwise.of(Result.PROMOTED, "input"));
      case "isnan" -> new Operation(name, one, Elementwise.of(Result.BOOL, "input"));
      case "add" -> new Operation(name, several, promoted("input", "other").moving(1));
      case "sub" -> new Operation(name, several, promoted("input", "other").moving(-1));
      case "mul" -> new Operation(name, several, promoted("input", "other"));
      case "rsub" -> new Operation(name, several, promoted("other", "input"));
      case "eq" -> new Operation(name, several, Elementwise.of(Result.BOOL, "input", "other"));
      case "isclose" ->
          new Operation(name, Kind.OTHER, Elementwise.of(Result.BOOL, "input", "other"));
      case "div" -> new Operation(name, several, Elementwise.of(Result.FLOAT, "input", "other"));
      case "pow" -> new Operation(name, several, promoted("input", "exponent"));
      case "float_power" ->
          new Operation(name, several, Elementwise.of(Result.FLOAT, "input", "exponent"));
      case "clamp" -> new Operation(name, several, promoted("input", "min", "max"));
      case "clamp_min" -> new Operation(name, several, promoted("input", "min"));
      case "clamp_max" -> new Operation(name, several, promoted("input", "max"));
      case "lerp" -> new Operation(name, several, promoted("input", "end", "weight"));
      case "addcmul" -> new Operation(name, several, promoted("input", "tensor1", "tensor2"));
      case "masked_fill" -> new Operation(name, Kind.OTHER, Choosing::masked);
      case "where" -> new Operation(name, several, Choosing::where);
      case "Tensor.where" -> new Operation(name, several, promoted("condition", "input", "other"));
      case "Tensor.copy" -> new Operation(name, Kind.OTHER, promoted("input", "src").inPlace());
      case "complex" ->
          new Operation(name, Kind.OTHER, call -> Choosing.pair(call, "real", "imag"));
      case "polar" -> new Operation(name, Kind.OTHER, call -> Choosing.pair(call, "abs", "angle"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Elementwise promoted(String... operands) {
    return Elementwise.of(Result.PROMOTED, operands);
  }
}
