package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * The masks of a transformer's parts. LibTorch's C++ modules add them wrongly, so what PyTorch's
 * functional.multi_head_attention_forward checks stands here.
 */
final class TransformerMasks {
  private TransformerMasks() {}

  /** The case with some masks. */
  static Case drawn(Case c, Dice dice) {
    boolean decodes = c.layer().startsWith("TransformerDecoder");
    boolean whole = !c.layer().endsWith("Layer");
    String self = decodes ? "tgt_mask" : whole ? "mask" : "src_mask";
    String own = decodes ? "tgt_key_padding_mask" : "src_key_padding_mask";
    long length = length(c, 0);
    List<Operand> inputs = new ArrayList<>(c.inputs());
    StringBuilder call = new StringBuilder();
    if (dice.chance(0.6)) {
      add(call, inputs, self, "m", mask(c, length, length, dice), dice);
    }
    if (dice.chance(0.5)) {
      add(call, inputs, own, "p", padding(c, length), dice);
    }
    if (decodes && dice.chance(0.4)) {
      add(call, inputs, "memory_mask", "n", mask(c, length, length(c, 1), dice), dice);
    }
    if (decodes && dice.chance(0.4)) {
      add(call, inputs, "memory_key_padding_mask", "q", padding(c, length(c, 1)), dice);
    }
    String sequences = decodes ? "x, y" : "x";
    return new Case(c.layer(), c.attributes(), inputs, "layer(" + sequences + call + ")");
  }

  private static void add(
      StringBuilder call,
      List<Operand> inputs,
      String parameter,
      String name,
      List<Long> shape,
      Dice dice) {
    call.append(", ").append(parameter).append("=").append(name);
    Operand mask = Operand.of(name, shape);
    inputs.add(dice.chance(0.5) ? mask.as(Operand.Type.BOOL) : mask);
  }

  private static List<Long> mask(Case c, long target, long source, Dice dice) {
    return dice.chance(0.6)
        ? List.of(target, source)
        : List.of(batch(c) * c.number("heads"), target, source);
  }

  private static List<Long> padding(Case c, long source) {
    return c.input(0).rank() == 2 ? List.of(source) : List.of(batch(c), source);
  }

  private static long batch(Case c) {
    Operand x = c.input(0);
    return x.rank() == 2 ? 1 : x.size(c.flag("batchFirst", false) ? 0 : 1);
  }

  private static long length(Case c, int input) {
    Operand x = c.input(input);
    return x.size(x.rank() == 3 && c.flag("batchFirst", false) ? 1 : 0);
  }

  /** Refuses what PyTorch would. */
  static void check(Case c) {
    for (Operand mask : c.inputs()) {
      long source = length(c, List.of("n", "q").contains(mask.name()) ? 1 : 0);
      if (List.of("m", "n").contains(mask.name())) {
        Refusal.unless(mask.type() != Operand.Type.LONG, "only bool and floating types");
        Refusal.unless(
            mask.shape()
                .equals(
                    mask.rank() == 2
                        ? List.of(length(c, 0), source)
                        : List.of(batch(c) * c.number("heads"), length(c, 0), source)),
            "attn_mask");
      } else if (List.of("p", "q").contains(mask.name())) {
        Refusal.unless(mask.type() != Operand.Type.LONG, "only bool and floating types");
        Refusal.unless(mask.shape().equals(padding(c, source)), "key_padding_mask");
      }
    }
  }
}
