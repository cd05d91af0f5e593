package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** stft and istft, which go between a signal and spectra of its frames, and as_strided. */
final class Spectra {
  private Spectra() {}

  static List<Kind> kinds() {
    return List.of(
        Functions.kind("stft", Spectra::stft),
        Functions.kind("istft", Spectra::istft),
        Functions.kind("as_strided", Spectra::strided));
  }

  private static String frames(long size, List<Operand> inputs, Dice dice) {
    StringBuilder text = new StringBuilder(", " + size);
    text.append(", hop_length=").append(dice.between(dice.chance(0.1) ? 0 : 1, size));
    if (dice.chance(0.4)) {
      long window = dice.between(dice.chance(0.1) ? 0 : 1, size + 1);
      text.append(", win_length=").append(window);
      if (dice.chance(0.5)) {
        inputs.add(Operand.of("w", dice.chance(0.9) ? window : window + 1));
        text.append(", window=w");
      }
    }
    return text + ", center=" + Python.of(dice.chance(0.7));
  }

  private static Case stft(Dice dice) {
    List<Operand> inputs = new ArrayList<>();
    inputs.add(Operand.of("x", dice.numbers((int) dice.between(1, 2), 1, 20)));
    String text = "torch.stft(x" + frames(dice.between(1, 9), inputs, dice);
    String sided = dice.pick("", ", onesided=False", ", onesided=True");
    return Case.function(text + sided + ", return_complex=True)", inputs.toArray(Operand[]::new));
  }

  private static Case istft(Dice dice) {
    long size = dice.between(1, 9);
    long frequencies = dice.pick(size / 2 + 1, size / 2 + 1, size, dice.between(0, 6));
    List<Long> shape = new ArrayList<>(dice.numbers((int) dice.between(0, 1), 1, 3));
    shape.addAll(List.of(frequencies, dice.between(dice.chance(0.1) ? 0 : 1, 6)));
    List<Operand> inputs = new ArrayList<>();
    inputs.add(Operand.of("x", shape));
    return Case.function(
        "torch.istft(torch.complex(x, x)"
            + frames(size, inputs, dice)
            + dice.pick("", "", ", onesided=True", ", onesided=False")
            + (dice.chance(0.4) ? ", length=" + dice.between(0, 30) : "")
            + (dice.chance(0.2) ? ", return_complex=True)" : ")"),
        inputs.toArray(Operand[]::new));
  }

  private static Case strided(Dice dice) {
    Operand x = Functions.tensor("x", 1, 3, dice);
    int axes = (int) dice.between(0, 3);
    String sizes = Functions.list(dice.numbers(axes, dice.chance(0.1) ? -1 : 1, 4));
    int steps = dice.chance(0.9) ? axes : axes + 1;
    String strides = Functions.list(dice.numbers(steps, dice.chance(0.1) ? -1 : 0, 6));
    String text = "torch.as_strided(x, [" + sizes + "], [" + strides + "]";
    return Case.function(
        text + (dice.chance(0.3) ? ", " + dice.between(0, 5) + ")" : ")") + view(axes, dice), x);
  }

  /** Its strides decide whether its axes can be merged. */
  private static String view(int axes, Dice dice) {
    return axes > 1 && dice.chance(0.3) ? ".view(-1)" : "";
  }
}
