package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Slices, indices, narrow, select, gather, index_select, sizes. */
final class Subscripts {
  private Subscripts() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("subscript", Subscripts::subscript, Subscripts::take),
        Functions.kind("pick", Subscripts::pick),
        Functions.kind("gather", Subscripts::gather),
        Functions.kind("size", Subscripts::size));
  }

  private static Case subscript(Dice dice) {
    Operand x = Functions.tensor("x", 0, 4, dice);
    List<String> items = new ArrayList<>();
    int count = (int) dice.between(1, x.rank() + 1);
    boolean dots = false;
    for (int i = 0; i < count; i++) {
      long number = dice.between(-3, 3);
      long end = dice.between(-4, 6);
      String item =
          dice.pick(
              ":",
              ":",
              "None",
              String.valueOf(number),
              number + ":",
              ":" + end,
              number + ":" + end,
              "::2",
              "1::" + dice.between(1, 3),
              dots ? ":" : "...");
      dots |= item.equals("...");
      items.add(item);
    }
    if (items.equals(List.of("..."))) {
      items.add(":"); // TorchScript reads no dots alone
    }
    return Case.function("x[" + String.join(", ", items) + "]", x);
  }

  /** TorchScript takes one axis after the other and never counts them; eager PyTorch does. */
  private static Verdict take(Case c) {
    String inside = c.statement().substring(2, c.statement().length() - 1);
    long axes =
        Stream.of(inside.split(", "))
            .filter(item -> !item.equals("None") && !item.equals("..."))
            .count();
    Refusal.unless(axes <= c.input(0).rank(), "too many indices for tensor");
    return LibTorch.script(c, c.statement());
  }

  private static Case pick(Dice dice) {
    Operand x = Functions.tensor("x", 0, 4, dice);
    long dim = Functions.axis(x.rank(), dice);
    long start = dice.between(-2, 3);
    long length = dice.between(0, 3);
    return Case.function(
        dice.pick(
            "x.narrow(" + dim + ", " + start + ", " + length + ")",
            "torch.narrow(x, " + dim + ", " + start + ", " + length + ")",
            "x.select(" + dim + ", " + start + ")",
            "torch.select(x, " + dim + ", " + start + ")",
            "x.unfold(" + dim + ", " + length + ", " + dice.between(1, 3) + ")",
            "x.repeat_interleave(" + length + ", dim=" + dim + ")",
            "torch.repeat_interleave(x, " + length + ", " + dim + ")",
            "torch.tril(x)",
            "x.triu(" + start + ")",
            "torch.diagonal(x)",
            "torch.diagonal(x, " + start + ", 0, " + dim + ")"),
        x);
  }

  private static Case gather(Dice dice) {
    Operand x = Operand.of("x", dice.numbers((int) dice.between(1, 3), 1, 5));
    long dim = Functions.axis(x.rank(), dice);
    List<Long> smaller = new ArrayList<>();
    for (long size : x.shape()) {
      smaller.add(dice.between(1, dice.chance(0.85) ? size : size + 1));
    }
    Operand same = Operand.of("i", smaller).as(Operand.Type.LONG);
    Operand list =
        Operand.of("i", dice.numbers(dice.chance(0.9) ? 1 : 2, 1, 4)).as(Operand.Type.LONG);
    return dice.chance(0.5)
        ? Case.function(
            dice.pick("torch.gather(x, " + dim + ", i)", "x.gather(" + dim + ", i)"), x, same)
        : Case.function(
            dice.pick(
                "torch.index_select(x, " + dim + ", i)",
                "x.index_select(" + dim + ", i)",
                "x[i]",
                "x[:, i]",
                "x[i, 0]"),
            x,
            list);
  }

  private static Case size(Dice dice) {
    Operand x = Functions.tensor("x", 0, 4, dice);
    long dim = Functions.axis(x.rank(), dice);
    return Case.function(
        dice.pick(
            "x.size(" + dim + ")",
            "x.shape[" + dim + "]",
            "x.dim()",
            "x.numel()",
            "x.size(" + dim + ") * 2 // 3 - 1",
            "x.size()",
            "x.view(x.size(0), -1)",
            "x.new_zeros([2, 3])",
            "torch.zeros([" + dice.between(0, 4) + ", 2])",
            "torch.ones_like(x)",
            "torch.arange(" + dice.between(-2, 9) + ")",
            "torch.arange("
                + dice.between(-3, 3)
                + ", "
                + dice.between(-3, 9)
                + ", "
                + dice.between(1, 3)
                + ")",
            "torch.linspace(0, 1, " + dice.between(0, 5) + ")",
            "torch.eye(" + dice.between(0, 5) + ")"),
        x);
  }
}
