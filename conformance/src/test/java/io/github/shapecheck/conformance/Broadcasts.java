package io.github.shapecheck.conformance;

import java.util.List;

/** Operators and functions of several tensors that broadcast. */
final class Broadcasts {
  private static final List<String> TWO =
      List.of(
          "x + y",
          "x - y",
          "x * y",
          "x / y",
          "x ** y",
          "x % y",
          "x < y",
          "x >= y",
          "x == y",
          "x != y",
          "torch.add(x, y)",
          "torch.sub(x, y)",
          "torch.mul(x, y)",
          "x.add(y)",
          "x.mul(y)",
          "torch.div(x, y)",
          "torch.maximum(x, y)",
          "torch.minimum(x, y)",
          "torch.pow(x, y)",
          "torch.where(x > 0, x, y)",
          "torch.max(x, y)",
          "torch.min(x, y)",
          "x.masked_fill(y > 0, 0.0)",
          "torch.atan2(x, y)",
          "x.lt(y)",
          "torch.eq(x, y)",
          "(x > 0) & (y > 0)",
          "torch.logical_and(x, y)",
          "torch.lerp(x, y, 0.5)",
          "x.fmod(y)",
          "torch.isclose(x, y)",
          "x + y * x",
          "torch.broadcast_tensors([x, y])");

  private Broadcasts() {}

  static List<Kind> kinds() {
    return List.of(
        Functions.kind("broadcast", dice -> Case.function(dice.pick(TWO), Distances.pair(0, dice))),
        Functions.kind("broadcast3", Broadcasts::three));
  }

  private static Case three(Dice dice) {
    Operand[] pair = Distances.pair(0, dice);
    Operand z = Distances.pair(0, dice)[dice.chance(0.5) ? 0 : 1].named("z");
    String statement =
        dice.pick(
            "torch.where(z > 0, x, y)",
            "torch.addcmul(x, y, z)",
            "torch.addcdiv(x, y, z)",
            "torch.lerp(x, y, z)",
            "x * y + z",
            "torch.clamp(x, y, z)");
    return Case.function(statement, pair[0], pair[1], dice.chance(0.5) ? pair[0].named("z") : z);
  }
}
