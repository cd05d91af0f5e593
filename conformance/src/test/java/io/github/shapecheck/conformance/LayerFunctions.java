package io.github.shapecheck.conformance;

import java.util.List;

/** The functional forms of layers, which receive their weights as tensors. */
final class LayerFunctions {
  private LayerFunctions() {}

  static List<Kind> kinds() {
    return List.of(
        Functions.kind("convolution", LayerFunctions::convolution),
        Functions.kind("time-first convolution", LayerFunctions::timeFirst),
        Functions.kind("pooling", LayerFunctions::pooling),
        new Kind("weighted", LayerFunctions::weighted, LayerFunctions::map),
        Functions.kind("pad", LayerFunctions::pad));
  }

  private static Case convolution(Dice dice) {
    long groups = dice.pick(1L, 1L, 2L);
    long in = groups * dice.between(1, 2);
    long out = groups * dice.between(1, 2);
    List<Long> k = dice.numbers(2, 1, 3);
    Operand x = Operand.of("x", dice.between(1, 2), in, dice.between(1, 7), dice.between(1, 8));
    String numbers =
        "stride="
            + dice.between(1, 3)
            + ", padding="
            + dice.pick("0", "1", "[1, 2]")
            + ", groups="
            + groups;
    return dice.chance(0.5)
        ? Case.function(
            "torch.conv2d(x, w, b, " + numbers + ", dilation=" + dice.between(1, 2) + ")",
            x,
            Operand.of("w", out, in / groups, k.get(0), k.get(1)),
            Operand.of("b", out))
        : Case.function(
            "torch.conv_transpose2d(x, w, b, " + numbers + ")",
            x,
            Operand.of("w", in, out / groups, k.get(0), k.get(1)),
            Operand.of("b", out));
  }

  private static Case timeFirst(Dice dice) {
    long in = dice.between(1, 3);
    long out = dice.between(1, 4);
    return Case.function(
        "torch.conv_tbc(x, w, b, " + dice.between(0, 2) + ")",
        Operand.of("x", dice.between(1, 6), dice.between(1, 2), in),
        Operand.of("w", dice.between(1, 4), in, out),
        Operand.of("b", out));
  }

  private static Case pooling(Dice dice) {
    Operand x = Operand.of("x", dice.numbers((int) dice.between(3, 4), 1, 7));
    long k = dice.between(1, 3);
    return Case.function(
        dice.pick(
            "torch.max_pool2d(x, " + k + ")",
            "torch.max_pool2d(x, "
                + k
                + ", "
                + dice.between(1, 3)
                + ", "
                + dice.between(0, 2)
                + ")",
            "torch.max_pool2d(x, [" + k + ", 2], ceil_mode=True)",
            "torch.avg_pool1d(x, " + k + ")",
            "torch.avg_pool2d(x, " + k + ", stride=" + dice.between(1, 3) + ")",
            "torch.adaptive_avg_pool2d(x, [" + k + ", 2])",
            "torch.pixel_shuffle(x, " + k + ")",
            "torch.channel_shuffle(x, " + k + ")"),
        x);
  }

  private static Case weighted(Dice dice) {
    long in = dice.between(1, 5);
    long out = dice.between(1, 5);
    List<Long> lead = dice.numbers((int) dice.between(0, 2), 1, 4);
    Operand x = Operand.of("x", Linears.with(lead, in));
    Operand image = Operand.of("x", dice.between(1, 3), in, dice.between(2, 4), dice.between(2, 5));
    Operand row = Operand.of("w", in);
    return switch ((int) dice.between(0, 5)) {
      case 0 ->
          Case.function("torch.linear(x, w, b)", x, Operand.of("w", out, in), Operand.of("b", out));
      case 1 -> Case.function("torch.linear(x, w)", x, Operand.of("w", out, in));
      case 2 -> Case.function("torch.layer_norm(x, [" + in + "], w, w)", x, row);
      case 3 -> Case.function("torch.group_norm(x, " + dice.between(1, 3) + ", w, w)", image, row);
      case 4 -> Case.function("torch.prelu(x, w)", image, row);
      default -> Case.function("torch.rms_norm(x, [" + in + "], w)", x, row);
    };
  }

  /** A bias has one axis by PyTorch's documentation; more pass or fail by the way that is taken. */
  private static Verdict map(Case c) {
    boolean wide = c.inputs().stream().anyMatch(x -> x.name().equals("b") && x.rank() > 1);
    return wide ? new Verdict.Unknown("a bias of several axes") : LibTorch.script(c, c.statement());
  }

  private static Case pad(Dice dice) {
    Operand x = Operand.of("x", dice.numbers((int) dice.between(1, 4), 1, 5));
    List<Long> pads = dice.numbers(2 * (int) dice.between(1, 2), -1, 3);
    return Case.function(
        dice.pick(
            "torch.pad(x, [" + Functions.list(pads) + "])",
            "torch.pad(x, [" + Functions.list(pads) + "], mode='constant', value=1.0)",
            "torch.pad(x, [" + Functions.list(pads) + "], mode='reflect')",
            "torch.pad(x, [" + Functions.list(pads) + "], mode='replicate')",
            "torch.pad(x, [" + Functions.list(pads) + "], 'circular')"),
        x);
  }
}
