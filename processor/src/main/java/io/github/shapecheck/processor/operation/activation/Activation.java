package io.github.shapecheck.processor.operation.activation;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Choice;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.function.Consumer;

/**
 * An activation whose numbers have limits: {@code CELU}, {@code F.rrelu} and their like. The shape
 * stays. Rules activation-1 to activation-6.
 */
public record Activation(Consumer<Call> limits, Pointwise function) implements Rule {
  public static Activation of(Consumer<Call> limits) {
    return new Activation(limits, Pointwise.ANY);
  }

  @Override
  public void check(Call call) {
    limits.accept(call);
  }

  @Override
  public Value apply(Call call) {
    return function.apply(call);
  }

  /** Rule activation-1: CELU divides by alpha. */
  public static void celu(Call call) {
    if (call.real("alpha") == 0) {
      call.problem(ProblemId.RANGE, "alpha", "divides by alpha, which is 0");
    }
  }

  /** Rule activation-2: RReLU draws its slope from lower to upper. */
  public static void rrelu(Call call) {
    if (call.real("lower") > call.real("upper")) {
      call.problem(
          ProblemId.RANGE,
          "lower",
          "draws slopes from %s up to %s, which is less",
          call.real("lower"),
          call.real("upper"));
    }
  }

  /** Rule activation-3: Hardtanh clips to a range; the layer wants it to be more than a point. */
  public static void hardtanh(Call call) {
    double least = call.real("min_val");
    double most = call.real("max_val");
    if (call.isLayer() ? !(most > least) : least > most) {
      call.problem(
          ProblemId.RANGE,
          "min_val",
          "clips to the range from " + least + " to " + most + ", which is empty");
    }
  }

  /** Rule activation-4: Softshrink's half width is not negative. */
  public static void softshrink(Call call) {
    if (call.real("lambd") < 0) {
      call.problem(
          ProblemId.RANGE, "lambd", "needs lambd of at least 0 but has " + call.real("lambd"));
    }
  }

  /** Rule activation-5: GELU is computed exactly or with a hyperbolic tangent. */
  public static void gelu(Call call) {
    String way = Choice.of(call, "approximate");
    if (!way.equals("none") && !way.equals("tanh")) {
      call.problem(
          ProblemId.ARGUMENT,
          "approximate",
          "knows approximate='none' and 'tanh', not '" + way + "'");
    }
  }

  /** A rectifier whose slopes are learned: {@code PReLU} and {@code F.prelu}. Rule activation-6. */
  public record Prelu() implements Rule {
    @Override
    public void check(Call call) {
      if (call.isLayer()) {
        Spatial.requireAtLeast(call, "num_parameters", 0);
      }
    }

    @Override
    public Weights weights(Call call) {
      return Weights.start().add("weight", call.dim("num_parameters"));
    }

    @Override
    public Value apply(Call call) {
      Tensor input = call.tensor("input");
      Elements.requireFloating(call, input);
      if (!call.isLayer() && call.tensor("weight").rank() > 1) {
        String shape = call.tensor("weight").shape().toString();
        call.problem(ProblemId.RANK, "weight", "needs a weight of at most 1 axis but has " + shape);
        return input.as(input.shape());
      }
      Dim slopes =
          call.isLayer() ? call.dim("num_parameters") : call.tensor("weight").shape().numel();
      Dim channels = input.rank() >= 2 ? input.dim(1) : Dim.of(1);
      if (slopes.equals(Dim.of(1)) || !call.fails(slopes, Relation.EQ, channels)) {
        return input.as(input.shape());
      }
      call.problem(
              ProblemId.FEATURES,
              call.isLayer() ? "num_parameters" : "weight",
              "has " + slopes + " slopes, which must be 1 or the number of channels, " + channels)
          .set("num_parameters", channels)
          .set("num_parameters", Dim.of(1));
      return input.as(input.shape());
    }
  }
}
