package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ElementOrder;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.activation.Pointwise;
import io.github.shapecheck.processor.operation.math.Elementwise;
import io.github.shapecheck.processor.operation.math.Elementwise.Result;
import io.github.shapecheck.processor.operation.math.Promotion;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Functions of single elements: arithmetic, comparisons, roots and logarithms. */
public final class ElementwiseTable {
  private static final String[] FLOAT = {
    "sqrt",
    "rsqrt",
    "exp",
    "exp2",
    "expm1",
    "log",
    "log2",
    "log10",
    "log1p",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "arcsin",
    "arccos",
    "arctan",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "acosh",
    "atanh",
    "arccosh",
    "arcsinh",
    "arctanh",
    "expit",
    "special_expit",
    "entr",
    "erfcx",
    "ndtr",
    "log_ndtr",
    "psi",
    "gammaln",
    "erf",
    "erfc",
    "erfinv",
    "lgamma",
    "digamma",
    "reciprocal",
    "logit",
    "deg2rad",
    "rad2deg",
    "sinc",
    "i0",
    "angle",
    "special_logit",
    "sigmoid"
  };
  private static final String[] SAME = {
    "abs",
    "absolute",
    "neg",
    "negative",
    "sign",
    "sgn",
    "ceil",
    "floor",
    "trunc",
    "fix",
    "frac",
    "positive",
    "square",
    "conj",
    "bitwise_not",
    "resolve_conj",
    "resolve_neg",
    "conj_physical",
    "poisson"
  };
  private static final String[] TRUTH = {
    "isnan", "isinf", "isfinite", "isneginf", "isposinf", "isreal", "logical_not", "signbit"
  };
  private static final String[] PROMOTED = {
    "sub",
    "subtract",
    "mul",
    "multiply",
    "floor_divide",
    "remainder",
    "fmod",
    "maximum",
    "minimum",
    "fmax",
    "fmin",
    "bitwise_and",
    "bitwise_or",
    "bitwise_xor",
    "bitwise_left_shift",
    "bitwise_right_shift",
    "xlogy",
    "add",
    "heaviside",
    "copysign",
    "gcd",
    "lcm",
    "nextafter",
    "xlog1py"
  };
  private static final String[] COMPARISONS = {
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "not_equal",
    "less",
    "less_equal",
    "greater",
    "greater_equal",
    "logical_and",
    "logical_or",
    "logical_xor"
  };
  private static final String[] QUOTIENTS = {"div", "divide", "true_divide"};
  private static final String[] ANGLES = {
    "atan2", "arctan2", "hypot", "logaddexp", "logaddexp2", "ldexp", "igamma", "igammac"
  };
  private static final String PAIR = "input, other, *, alpha=1";

  private ElementwiseTable() {}

  static void fill(Table table) {
    for (String name : FLOAT) {
      both(table, name, "input", Elementwise.of(Result.FLOAT, "input"));
    }
    for (String name : SAME) {
      both(table, name, "input", Elementwise.of(Result.PROMOTED, "input"));
    }
    for (String name : TRUTH) {
      both(table, name, "input", Elementwise.of(Result.BOOL, "input"));
    }
    for (String name : PROMOTED) {
      both(table, name, PAIR, Elementwise.of(Result.PROMOTED, "input", "other"));
    }
    for (String name : COMPARISONS) {
      both(table, name, PAIR, Elementwise.of(Result.BOOL, "input", "other"));
    }
    both(table, "rsub", PAIR, Elementwise.of(Result.PROMOTED, "other", "input"));
    both(table, "bernoulli", "input", Pointwise.COPY);
    for (String name : QUOTIENTS) {
      Elementwise rule = Elementwise.of(Result.FLOAT, "input", "other");
      both(table, name, "input, other, *, rounding_mode=None", rule);
    }
    for (String name : ANGLES) {
      both(table, name, PAIR, Elementwise.of(Result.FLOAT, "input", "other"));
    }
    fillOthers(table);
  }

  private static void fillOthers(Table table) {
    both(table, "pow", "input, exponent", Elementwise.of(Result.PROMOTED, "input", "exponent"));
    both(
        table, "float_power", "input, exponent", Elementwise.of(Result.FLOAT, "input", "exponent"));
    Elementwise clamp = Elementwise.of(Result.PROMOTED, "input", "min", "max");
    both(table, "clamp", "input, min=None, max=None", clamp);
    both(table, "clip", "input, min=None, max=None", clamp);
    both(table, "clamp_min", "input, min", Elementwise.of(Result.PROMOTED, "input", "min"));
    both(table, "clamp_max", "input, max", Elementwise.of(Result.PROMOTED, "input", "max"));
    both(
        table,
        "bernoulli",
        "input, p=None, *, generator=None",
        Elementwise.of(Result.PROMOTED, "input"));
    both(table, "round", "input, *, decimals=0", Elementwise.of(Result.PROMOTED, "input"));
    both(
        table,
        "nan_to_num",
        "input, nan=0.0, posinf=None, neginf=None",
        Elementwise.of(Result.PROMOTED, "input"));
    both(
        table,
        "lerp",
        "input, end, weight",
        Elementwise.of(Result.PROMOTED, "input", "end", "weight"));
    Elementwise fused = Elementwise.of(Result.PROMOTED, "input", "tensor1", "tensor2");
    both(table, "addcmul", "input, tensor1, tensor2, *, value=1", fused);
    both(table, "addcdiv", "input, tensor1, tensor2, *, value=1", fused);
    table.function(
        "isclose",
        "input, other, rtol=1e-05, atol=1e-08, equal_nan=False",
        Elementwise.of(Result.BOOL, "input", "other"));
    both(
        table,
        "masked_fill",
        "input, mask, value",
        call -> {
          Tensor mask = call.tensor("mask");
          Tensor input = call.tensor("input");
          return input.as(Broadcasting.shapes(call, input.shape(), mask.shape()));
        });
    table.function("where", "condition, input=None, other=None", ElementwiseTable::where);
    table.method(
        "where",
        "input, condition, other",
        Elementwise.of(Result.PROMOTED, "condition", "input", "other"));
  }

  /** Rule elementwise-3: the condition is broadcast too but has no say in the type. */
  private static Value where(Call call) {
    Tensor condition = call.tensor("condition");
    if (!call.has("input")) {
      throw call.abandon(); // as many index tensors as axes, of unknown length
    }
    Value value = Elementwise.of(Result.PROMOTED, "input", "other").values(call);
    if (value instanceof Tensor result) {
      Shape shape = Broadcasting.shapes(call, condition.shape(), result.shape());
      List<Tensor> operands = new ArrayList<>(List.of(condition));
      for (String name : new String[] {"input", "other"}) {
        if (call.get(name) instanceof Tensor tensor) {
          operands.add(tensor);
        }
      }
      return result.as(shape).with(ElementOrder.of(operands, shape));
    }
    return Tensor.of(condition.shape(), promoted(call));
  }

  private static DType promoted(Call call) {
    return new Promotion().add(call.get("input")).add(call.get("other")).result();
  }

  private static void both(Table table, String name, String signature, Rule rule) {
    table.function(name, signature, rule);
    if (rule instanceof Elementwise elementwise && elementwise.operands().size() > 1) {
      table.function(name + "_", signature, elementwise.inPlace());
    }
  }
}
