package io.github.shapecheck.conformance;

import java.util.List;

/** Reductions, running sums, sorting, norms. */
final class Reductions {
  private Reductions() {}

  static List<Kind> kinds() {
    return List.of(
        Functions.kind("reduce", Reductions::reduce), Functions.kind("scan", Reductions::scan));
  }

  private static Case reduce(Dice dice) {
    Operand x = Functions.tensor("x", 0, 4, dice);
    long dim = Functions.axis(x.rank(), dice);
    long other = Functions.axis(x.rank(), dice);
    String keep = dice.pick("", "", ", keepdim=True", ", keepdim=False");
    String one = dice.pick(dim + keep, "dim=" + dim + keep);
    String some = dice.pick("[" + dim + "]", "[" + dim + ", " + other + "]") + keep;
    String several = dice.pick("sum", "mean", "std", "var", "amax", "amin", "logsumexp");
    String single =
        dice.pick(
            "max",
            "min",
            "argmax",
            "argmin",
            "prod",
            "median",
            "any",
            "all",
            "sum",
            "mean",
            "softmax",
            "log_softmax",
            "cumsum");
    String bare =
        dice.pick(
            "sum", "mean", "max", "min", "std", "var", "prod", "norm", "argmax", "numel", "any",
            "all", "median");
    return Case.function(
        dice.pick(
            "x." + bare + "()",
            "torch." + several + "(x, " + some + ")",
            "x." + several + "(dim=" + some + ")",
            single.contains("soft") || single.equals("cumsum")
                ? "torch." + single + "(x, dim=" + dim + ")"
                : "torch." + single + "(x, " + one + ")",
            single.contains("soft") || single.equals("cumsum")
                ? "x." + single + "(" + dim + ")"
                : "x." + single + "(" + one + ")",
            "x.norm(dim=[" + dim + "]" + keep + ", p=2)",
            "torch.norm(x, 2, [" + dim + "])"),
        x);
  }

  private static Case scan(Dice dice) {
    Operand x = Functions.tensor("x", 0, 4, dice);
    long dim = Functions.axis(x.rank(), dice);
    long count = dice.between(0, 4);
    return Case.function(
        dice.pick(
            "x.cumsum(" + dim + ")",
            "torch.cumprod(x, dim=" + dim + ")",
            "x.topk(" + count + ", dim=" + dim + ")",
            "torch.topk(x, " + count + ", " + dim + ")",
            "torch.topk(x, " + count + ")",
            "x.sort(dim=" + dim + ")",
            "torch.sort(x, " + dim + ")",
            "x.argsort(dim=" + dim + ")",
            "torch.argsort(x)",
            "torch.kthvalue(x, " + count + ", " + dim + ")",
            "x.softmax(dim=" + dim + ")"),
        x);
  }
}
