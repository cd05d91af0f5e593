package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Value;
import java.util.Arrays;
import java.util.List;

/** Floating-point arguments, one for all axes or one for each. */
public final class FloatArguments {
  private FloatArguments() {}

  /** One number per axis; one alone counts for all. */
  public static double[] axes(Call call, String parameter, int count) {
    Spatial.requireEach(call, parameter, count);
    Value value = call.get(parameter);
    List<Value> items = value instanceof Value.Sequence all ? all.items() : List.of(value);
    double[] numbers = items.stream().mapToDouble(item -> number(call, parameter, item)).toArray();
    if (numbers.length == count) {
      return numbers;
    }
    if (numbers.length == 1) {
      double[] all = new double[count];
      Arrays.fill(all, numbers[0]);
      return all;
    }
    throw call.refuse(
        call.isLayer() ? ProblemId.MEMBER_COUNT : ProblemId.ARGUMENT_COUNT,
        parameter,
        "takes one number or %s for %s but receives %s",
        count,
        call.label(parameter),
        numbers.length);
  }

  private static double number(Call call, String parameter, Value value) {
    if (value instanceof Value.Real real) {
      return real.value();
    }
    if (value instanceof Value.Int number && number.value().isConstant()) {
      return number.value().value();
    }
    if (!(value instanceof Value.Unknown)) {
      call.problem(
          ProblemId.ARGUMENT,
          parameter,
          "needs numbers for " + call.label(parameter) + " but receives " + value.kind());
    }
    throw call.abandon();
  }
}
