package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.EmbeddingBagImpl;
import org.bytedeco.pytorch.EmbeddingBagOptions;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.EmbeddingOptions;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.kMax;
import org.bytedeco.pytorch.kSum;

/** Embedding and EmbeddingBag, through the modules of LibTorch. */
final class Embeddings {
  private Embeddings() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("Embedding", Embeddings::table, Embeddings::table),
        new Kind("EmbeddingBag", Embeddings::bag, Embeddings::bag));
  }

  private static Case table(Dice dice) {
    long num = dice.between(1, 6);
    List<Long> shape = dice.numbers((int) dice.between(0, 3), dice.chance(0.1) ? 0 : 1, 4);
    Members members =
        Members.of("num", num)
            .and("dim", dice.between(1, 5))
            .maybe(dice.chance(0.3), "paddingIdx", dice.between(-num - 1, num));
    return Case.layer("Embedding", members.map(), Operand.of("x", shape).as(Operand.Type.LONG));
  }

  private static Verdict.Accepted table(Case c) {
    EmbeddingOptions o = new EmbeddingOptions(c.number("num"), c.number("dim"));
    if (c.has("paddingIdx")) {
      o.padding_idx().put(new LongOptional(c.number("paddingIdx")));
    }
    EmbeddingImpl module = new EmbeddingImpl(o);
    return LibTorch.answer(Printed.of(module.forward(LibTorch.tensor(c.input(0)))), module);
  }

  private static Case bag(Dice dice) {
    long num = dice.between(1, 6);
    Members members =
        Members.of("num", num)
            .and("dim", dice.between(1, 5))
            .maybe(dice.chance(0.5), "mode", dice.pick("SUM", "MEAN", "MAX"))
            .maybe(dice.chance(0.2), "includeLastOffset", true)
            .maybe(dice.chance(0.2), "paddingIdx", dice.between(-num - 1, num));
    List<Operand> inputs = new ArrayList<>();
    boolean flat = dice.chance(0.5);
    inputs.add(Operand.of("x", dice.numbers(flat ? 1 : 2, 1, 5)).as(Operand.Type.LONG));
    if (dice.chance(flat ? 0.9 : 0.1)) {
      inputs.add(Operand.of("o", dice.between(1, 4)).as(Operand.Type.LONG));
    }
    if (!dice.chance(0.25)) {
      return Case.layer("EmbeddingBag", members.map(), inputs.toArray(Operand[]::new));
    }
    if (dice.chance(0.8)) {
      members.and("mode", "SUM");
    }
    String call = inputs.size() == 1 ? "layer(x, None, w)" : "layer(x, o, per_sample_weights=w)";
    inputs.add(inputs.get(0).named("w").as(Operand.Type.FLOAT));
    return new Case("EmbeddingBag", members.map(), inputs, call);
  }

  private static Optional<Operand> input(Case c, String name) {
    return c.inputs().stream().filter(x -> x.name().equals(name)).findFirst();
  }

  private static Verdict bag(Case c) {
    boolean toTheLast = c.flag("includeLastOffset", false);
    boolean single = input(c, "o").isEmpty();
    if ((toTheLast && (single || c.input(0).rank() != 1 || c.input(1).shape().equals(List.of(1L))))
        || (!single && c.input(1).shape().equals(List.of(0L)))) {
      return new Verdict.Unknown(
          "no end of the last bag: LibTorch reads past the end of its memory");
    }
    // LibTorch reads past the end of an empty table and takes the process with it.
    Refusal.unless(c.number("num") > 0, "EmbeddingBag: every index is out of range");
    EmbeddingBagOptions o = new EmbeddingBagOptions(c.number("num"), c.number("dim"));
    if (c.has("paddingIdx")) {
      o.padding_idx().put(new LongOptional(c.number("paddingIdx")));
    }
    o.include_last_offset().put(c.flag("includeLastOffset", false));
    switch (c.text("mode", "MEAN")) {
      case "SUM" -> o.mode().put(new kSum());
      case "MAX" -> o.mode().put(new kMax());
      default -> {}
    }
    EmbeddingBagImpl module = new EmbeddingBagImpl(o);
    Tensor offsets = single ? new Tensor() : offsets(c);
    Tensor weights = input(c, "w").map(LibTorch::tensor).orElseGet(Tensor::new);
    return LibTorch.answer(
        Printed.of(module.forward(LibTorch.tensor(c.input(0)), offsets, weights)), module);
  }

  /** Zeros; where the last offset is the end of the last bag, the number of indices. */
  private static Tensor offsets(Case c) {
    Operand given = c.input(1);
    Tensor zeros = LibTorch.tensor(given);
    if (!c.flag("includeLastOffset", false)
        || given.rank() != 1
        || given.size(0) < 2
        || c.input(0).rank() != 1) {
      return zeros;
    }
    String text =
        "torch.cat([o[1:], torch.full([1], %d, dtype=o.dtype)])".formatted(c.input(0).size(0));
    return LibTorch.run(List.of("o"), List.of(zeros), text).toTensor();
  }
}
