package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** Losses over embeddings and sequences: cosine, triplets and CTC. */
final class EmbeddingLosses {
  private EmbeddingLosses() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("CosineEmbeddingLoss", EmbeddingLosses::cosine, EmbeddingLosses::cosineLoss),
        new Kind(
            "TripletMarginLoss", d -> triplet("TripletMarginLoss", d), EmbeddingLosses::triplet),
        new Kind(
            "TripletMarginWithDistanceLoss",
            d -> triplet("TripletMarginWithDistanceLoss", d),
            EmbeddingLosses::distance),
        new Kind("CTCLoss", EmbeddingLosses::ctc, EmbeddingLosses::ctc));
  }

  private static Case cosine(Dice dice) {
    List<Long> shape = dice.numbers((int) dice.between(1, 2), dice.chance(0.1) ? 0 : 1, 4);
    List<Long> target = shape.subList(0, shape.size() - 1);
    return Case.layer(
        "CosineEmbeddingLoss",
        Losses.reduction(dice).map(),
        Operand.of("x", shape),
        Operand.of("y", shape),
        Operand.of("t", target));
  }

  private static Case triplet(String name, Dice dice) {
    List<Long> shape = dice.numbers((int) dice.between(0, 3), dice.chance(0.1) ? 0 : 1, 4);
    Members members = Losses.reduction(dice).maybe(dice.chance(0.3), "swap", true);
    return Case.layer(
        name,
        members.map(),
        Operand.of("a", shape),
        Operand.of("p", shape),
        Operand.of("n", shape));
  }

  /** PyTorch would broadcast pairs and labels. */
  private static Verdict cosineLoss(Case c) {
    List<Long> pairs = c.input(0).shape();
    String broadcasts = "CONTRACT.md: a loss that broadcasts is an error";
    Refusal.unless(pairs.equals(c.input(1).shape()), broadcasts);
    Refusal.unless(
        pairs.isEmpty() || c.input(2).shape().equals(pairs.subList(0, pairs.size() - 1)),
        broadcasts);
    return LibTorch.script(
        c, "torch.cosine_embedding_loss(x, y, t, 0.0, " + Losses.reduction(c) + ")");
  }

  private static void alike(Case c) {
    for (Operand other : c.inputs()) {
      Refusal.unless(
          other.shape().equals(c.input(0).shape()),
          "CONTRACT.md: a loss that broadcasts is an error");
    }
  }

  private static Verdict triplet(Case c) {
    alike(c);
    return LibTorch.script(
        c,
        "torch.triplet_margin_loss(a, p, n, 1.0, 2.0, 1e-6, %s, %d)"
            .formatted(Python.flag(c, "swap", false), Losses.reduction(c)));
  }

  private static Verdict distance(Case c) {
    alike(c);
    String far = "torch.pairwise_distance(a, n)";
    if (c.flag("swap", false)) {
      far = "torch.min(" + far + ", torch.pairwise_distance(p, n))";
    }
    String reduced = List.of("", ".mean()", ".sum()").get(Losses.reduction(c));
    return LibTorch.script(
        c, "torch.clamp(torch.pairwise_distance(a, p) - %s + 1.0, 0.0)%s".formatted(far, reduced));
  }

  private static Case ctc(Dice dice) {
    long time = dice.between(1, 6);
    long batch = dice.between(1, 3);
    long classes = dice.between(2, 5);
    long labels = dice.between(1, 3);
    boolean single = dice.chance(0.2);
    List<Long> lengths = single ? List.of() : List.of(batch);
    List<Operand> inputs = new ArrayList<>();
    inputs.add(Operand.of("x", single ? List.of(time, classes) : List.of(time, batch, classes)));
    inputs.add(
        Operand.of("y", single ? List.of(labels) : List.of(batch, labels)).as(Operand.Type.LONG));
    inputs.add(Operand.of("i", lengths).as(Operand.Type.LONG));
    inputs.add(Operand.of("t", lengths).as(Operand.Type.LONG));
    return Case.layer("CTCLoss", Losses.reduction(dice).map(), inputs.toArray(Operand[]::new));
  }

  /** Every sequence is as long as its axis; labels in one row are all the first sequence's. */
  private static Verdict ctc(Case c) {
    Operand x = c.input(0);
    Operand y = c.input(1);
    Operand t = c.input(3);
    String labels = "t";
    if (y.rank() > 0 && (y.rank() > 1 || t.rank() == 0)) {
      labels = "(t + " + y.size(-1) + ")";
    } else if (y.rank() == 1 && t.rank() == 1 && t.size(0) > 0) {
      labels = "torch.cat([t[:1] + " + y.size(0) + ", t[1:]])";
    }
    String times = x.rank() > 0 ? "(i + " + x.size(0) + ")" : "i";
    return LibTorch.script(
        c,
        "torch.ctc_loss(x, y, %s, %s, %d, %d)"
            .formatted(times, labels, c.number("blank", 0), Losses.reduction(c)));
  }
}
