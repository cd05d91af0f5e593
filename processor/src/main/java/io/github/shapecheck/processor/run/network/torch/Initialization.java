package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;

/** {@code torch.nn.init}: what it gives, since what it writes does not matter. */
final class Initialization {
  private Initialization() {}

  static Value of(String name, Invocation in) {
    return switch (name) {
      case "calculate_gain" -> new Value.Real(gain(in));
      case "_calculate_fan_in_and_fan_out" -> Value.Sequence.tuple(fan(in, false), fan(in, true));
      case "_calculate_correct_fan" -> fan(in, in.text(1).equals("fan_out"));
      default -> in.size() > 0 ? in.object(0) : Value.NONE;
    };
  }

  private static double gain(Invocation in) {
    return switch (in.text(0)) {
      case "tanh" -> 5.0 / 3;
      case "relu" -> Math.sqrt(2);
      case "leaky_relu" -> {
        Value slope = in.get(1, "param", Value.NONE);
        double number = slope instanceof Value.Real real ? real.value() : 0.01;
        yield Math.sqrt(2 / (1 + number * number));
      }
      case "selu" -> 0.75;
      default -> 1;
    };
  }

  private static Value fan(Invocation in, boolean out) {
    if (!(in.get(0) instanceof Tensor weight) || weight.rank() < 2) {
      throw in.error(
          "ValueError", "a weight of at least 2 axes is needed, not " + in.get(0).kind());
    }
    Dim fan = weight.dim(out ? 0 : 1);
    for (int axis = 2; axis < weight.rank(); axis++) {
      fan = fan.times(weight.dim(axis));
    }
    return new Value.Int(fan);
  }
}
