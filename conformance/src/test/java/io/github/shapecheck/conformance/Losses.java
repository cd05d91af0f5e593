package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Losses over tensors of one shape. Where PyTorch would broadcast without a word, we refuse: what
 * is meant is never an average over all pairs.
 */
final class Losses {
  private Losses() {}

  static List<Kind> kinds() {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("MSELoss", "torch.mse_loss(x, y, %d)");
    pairs.put("L1Loss", "torch.l1_loss(x, y, %d)");
    pairs.put("SmoothL1Loss", "torch.smooth_l1_loss(x, y, %d)");
    pairs.put("HuberLoss", "torch.huber_loss(x, y, %d)");
    pairs.put("KLDivLoss", "torch.kl_div(x, y, %d)");
    pairs.put("PoissonNLLLoss", "torch.poisson_nll_loss(x, y, True, False, 1e-8, %d)");
    pairs.put("HingeEmbeddingLoss", "torch.hinge_embedding_loss(x, y, 1.0, %d)");
    pairs.put("SoftMarginLoss", "torch.soft_margin_loss(x, y, %d)");
    List<Kind> kinds = new ArrayList<>();
    pairs.forEach(
        (name, text) -> kinds.add(new Kind(name, d -> same(name, 2, d), c -> same(text, c))));
    kinds.add(
        new Kind(
            "MarginRankingLoss",
            d -> same("MarginRankingLoss", 3, d),
            c -> same("torch.margin_ranking_loss(x, y, z, 0.0, %d)", c)));
    kinds.add(new Kind("BCELoss", d -> weighted("BCELoss", d), Losses::binary));
    kinds.add(new Kind("BCEWithLogitsLoss", d -> weighted("BCEWithLogitsLoss", d), Losses::logits));
    kinds.add(new Kind("GaussianNLLLoss", Losses::gaussian, Losses::gaussian));
    return kinds;
  }

  static Members reduction(Dice dice) {
    return new Members()
        .maybe(dice.chance(0.7), "reduction", dice.pick("NONE", "NONE", "MEAN", "SUM"));
  }

  static int reduction(Case c) {
    return switch (c.text("reduction", "MEAN")) {
      case "NONE" -> 0;
      case "MEAN" -> 1;
      default -> 2;
    };
  }

  private static Case same(String name, int operands, Dice dice) {
    List<Long> shape = dice.numbers((int) dice.between(0, 3), dice.chance(0.1) ? 0 : 1, 4);
    Operand[] inputs = new Operand[operands];
    for (int i = 0; i < operands; i++) {
      List<Long> own = new ArrayList<>(shape);
      if (!own.isEmpty() && dice.chance(0.15)) {
        own.set((int) dice.between(0, own.size() - 1), 1L);
      }
      inputs[i] = Operand.of(List.of("x", "y", "z").get(i), own);
    }
    Members members =
        reduction(dice)
            .maybe(name.equals("KLDivLoss") && dice.chance(0.2), "reduction", "BATCHMEAN");
    return Case.layer(name, members.map(), inputs);
  }

  private static Verdict same(String text, Case c) {
    for (Operand other : c.inputs()) {
      Refusal.unless(
          other.shape().equals(c.input(0).shape()),
          "CONTRACT.md: a loss that broadcasts is an error");
    }
    return LibTorch.script(c, text.formatted(reduction(c)));
  }

  private static Case weighted(String name, Dice dice) {
    Case drawn = same(name, 2, dice);
    List<Long> shape = new ArrayList<>(drawn.input(0).shape());
    if (!shape.isEmpty() && dice.chance(0.3)) {
      return drawn.with(
          dice.pick("weight", "weight", name.equals("BCELoss") ? "weight" : "posWeight"),
          List.of(shape.get(shape.size() - 1)));
    }
    return drawn;
  }

  private static Verdict binary(Case c) {
    Refusal.unless(
        c.input(0).shape().equals(c.input(1).shape()),
        "functional.binary_cross_entropy: target size");
    String weight =
        c.has("weight")
            ? "torch.broadcast_tensors([y, torch.ones(" + c.numbers("weight") + ")])[1]"
            : "None";
    return LibTorch.script(
        c, "torch.binary_cross_entropy(x, y, %s, %d)".formatted(weight, reduction(c)));
  }

  private static Verdict logits(Case c) {
    Refusal.unless(
        c.input(0).shape().equals(c.input(1).shape()),
        "functional.binary_cross_entropy_with_logits: target size");
    String weight = c.has("weight") ? "torch.ones(" + c.numbers("weight") + ")" : "None";
    String positive = c.has("posWeight") ? "torch.ones(" + c.numbers("posWeight") + ")" : "None";
    return LibTorch.script(
        c,
        "torch.binary_cross_entropy_with_logits(x, y, %s, %s, %d)"
            .formatted(weight, positive, reduction(c)));
  }

  private static Case gaussian(Dice dice) {
    Case drawn = same("GaussianNLLLoss", 3, dice);
    Operand variance = drawn.input(2);
    if (variance.rank() > 0 && dice.chance(0.2)) {
      return drawn.with(2, variance.with(variance.shape().subList(0, variance.rank() - 1)));
    }
    return drawn;
  }

  private static Verdict gaussian(Case c) {
    List<Long> input = c.input(0).shape();
    List<Long> variance = c.input(2).shape();
    Refusal.unless(
        input.equals(c.input(1).shape()), "CONTRACT.md: a loss that broadcasts is an error");
    String z = "z";
    if (!input.equals(variance)) {
      if (!input.isEmpty() && input.subList(0, input.size() - 1).equals(variance)) {
        z = "z.unsqueeze(-1)";
      } else {
        long mismatched = 0;
        for (int i = 0; i < Math.min(input.size(), variance.size()); i++) {
          mismatched += input.get(i).equals(variance.get(i)) ? 0 : variance.get(i);
        }
        Refusal.unless(
            input.size() == variance.size() && mismatched == 1,
            "functional.gaussian_nll_loss: var is of incorrect size");
      }
    }
    String reduced = List.of("", ".mean()", ".sum()").get(reduction(c));
    return LibTorch.script(c, "(" + z + ".log() + (x - y) * (x - y) / " + z + ")" + reduced);
  }
}
