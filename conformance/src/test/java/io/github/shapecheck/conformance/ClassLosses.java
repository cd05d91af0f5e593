package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** Losses of scores against class labels. */
final class ClassLosses {
  private ClassLosses() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind(
            "CrossEntropyLoss", d -> labels("CrossEntropyLoss", 5, d), ClassLosses::crossEntropy),
        new Kind("NLLLoss", d -> labels("NLLLoss", 5, d), ClassLosses::likelihood),
        new Kind("MultiMarginLoss", d -> labels("MultiMarginLoss", 2, d), ClassLosses::margin),
        new Kind(
            "MultiLabelMarginLoss",
            d -> many("MultiLabelMarginLoss", d),
            c ->
                LibTorch.script(
                    c, "torch.multilabel_margin_loss(x, y, " + Losses.reduction(c) + ")")),
        new Kind(
            "MultiLabelSoftMarginLoss",
            d -> many("MultiLabelSoftMarginLoss", d),
            ClassLosses::soft));
  }

  private static Case labels(String name, int most, Dice dice) {
    long classes = dice.between(1, 5);
    int rank = (int) dice.between(1, most);
    List<Long> scores = new ArrayList<>(dice.numbers(rank, dice.chance(0.1) ? 0 : 1, 4));
    List<Long> target = new ArrayList<>(scores);
    int axis = rank == 1 ? 0 : 1;
    scores.set(axis, classes);
    target.remove(axis);
    if (rank == 1 && dice.chance(0.2)) {
      target.add(1L);
    }
    Operand y = Operand.of("y", target).as(Operand.Type.LONG);
    if (name.equals("CrossEntropyLoss") && dice.chance(0.25)) {
      y = Operand.of("y", scores);
    }
    Members members =
        Losses.reduction(dice)
            .maybe(dice.chance(0.25), "weight", classes)
            .maybe(name.equals("CrossEntropyLoss") && dice.chance(0.1), "labelSmoothing", 0.1)
            .maybe(name.equals("MultiMarginLoss") && dice.chance(0.2), "p", dice.between(1, 3));
    return Case.layer(name, members.map(), Operand.of("x", scores), y);
  }

  private static String weight(Case c) {
    return !c.has("weight") ? "None" : "torch.ones(" + c.number("weight") + ")";
  }

  private static Verdict crossEntropy(Case c) {
    return LibTorch.script(
        c,
        "torch.cross_entropy_loss(x, y, %s, %d, %d, %s)"
            .formatted(
                weight(c),
                Losses.reduction(c),
                c.number("ignoreIndex", -100),
                c.real("labelSmoothing", 0)));
  }

  private static Verdict likelihood(Case c) {
    return LibTorch.script(
        c,
        "torch.nll_loss_nd(x, y, %s, %d, %d)"
            .formatted(weight(c), Losses.reduction(c), c.number("ignoreIndex", -100)));
  }

  private static Verdict margin(Case c) {
    long p = c.number("p", 1);
    Refusal.unless(
        p == 1 || p == 2, "functional.multi_margin_loss: only p == 1 and p == 2 supported");
    return LibTorch.script(
        c,
        "torch.multi_margin_loss(x, y, %d, 1.0, %s, %d)"
            .formatted(p, weight(c), Losses.reduction(c)));
  }

  private static Case many(String name, Dice dice) {
    List<Long> shape = dice.numbers((int) dice.between(0, 2), dice.chance(0.1) ? 0 : 1, 4);
    boolean soft = name.equals("MultiLabelSoftMarginLoss");
    Operand y = Operand.of("y", shape);
    Members members =
        Losses.reduction(dice)
            .maybe(
                soft && !shape.isEmpty() && dice.chance(0.3),
                "weight",
                shape.isEmpty() ? 1L : shape.get(shape.size() - 1));
    return Case.layer(
        name, members.map(), Operand.of("x", shape), soft ? y : y.as(Operand.Type.LONG));
  }

  /** functional.multilabel_soft_margin_loss; that it would broadcast is an error for us. */
  private static Verdict soft(Case c) {
    Refusal.unless(
        c.input(0).shape().equals(c.input(1).shape()),
        "CONTRACT.md: a loss that broadcasts is an error");
    Refusal.unless(c.input(0).rank() > 0, "functional.multilabel_soft_margin_loss: input.size(-1)");
    Refusal.unless(
        !c.has("weight") || c.number("weight") == 1 || c.number("weight") == c.input(0).size(-1),
        "CONTRACT.md: a loss that broadcasts is an error");
    String weighted = !c.has("weight") ? "" : " * " + weight(c);
    String reduced = List.of("", ".mean()", ".sum()").get(Losses.reduction(c));
    return LibTorch.script(
        c, "((x * y)%s).sum(%d)%s".formatted(weighted, c.input(0).rank() - 1, reduced));
  }
}
