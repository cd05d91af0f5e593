package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The padding layers, negative pads (crops) included. */
final class Pads {
  private Pads() {}

  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (int n = 1; n <= 3; n++) {
      int axes = n;
      for (String mode : List.of("Zero", "Constant", "Reflection", "Replication", "Circular")) {
        kinds.add(
            new Kind(mode + "Pad" + n + "d", d -> draw(mode, axes, d), c -> ask(mode, axes, c)));
      }
    }
    return kinds;
  }

  private static Case draw(String mode, int axes, Dice dice) {
    List<Long> shape = dice.numbers(axes + 1 + (dice.chance(0.7) ? 1 : 0), 1, 5);
    List<Long> pads = new ArrayList<>(dice.numbers(dice.chance(0.2) ? 1 : 2 * axes, 0, 3));
    if (dice.chance(0.4)) {
      int at = (int) dice.between(0, pads.size() - 1);
      long size = shape.get(shape.size() - 1 - at / 2);
      pads.set(at, dice.pick(-1L, -2L, size - 1, size, size + 1, -size, -size - 1));
    }
    return Case.layer(
        mode + "Pad" + axes + "d", Members.of("value", pads).map(), Operand.of("x", shape));
  }

  /**
   * ConstantPad and ZeroPad pass a number through to every axis of their own; the others check the
   * rank in C++ by the number of pads.
   */
  private static Verdict.Accepted ask(String mode, int axes, Case c) {
    List<Long> pads = c.numbers("value");
    List<Long> all = pads.size() == 1 ? Collections.nCopies(2 * axes, pads.get(0)) : pads;
    if (mode.equals("Circular")) {
      int rank = c.input(0).rank();
      Refusal.unless(rank == axes + 1 || rank == axes + 2, "CircularPad._check_input_dim");
    }
    String way =
        switch (mode) {
          case "Reflection" -> "\"reflect\"";
          case "Replication" -> "\"replicate\"";
          case "Circular" -> "\"circular\"";
          default -> "\"constant\", 0.0";
        };
    return LibTorch.script(c, "torch.pad(x, %s, %s)".formatted(all, way));
  }
}
