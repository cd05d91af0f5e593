package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** Decompositions of matrices and systems of equations, and the common shape of several. */
final class LinearAlgebra {
  private LinearAlgebra() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("decompositions", LinearAlgebra::decomposition, LinearAlgebra::run),
        new Kind("equations of matrices", LinearAlgebra::system, LinearAlgebra::run),
        new Kind("broadcast_shapes", LinearAlgebra::common, LinearAlgebra::shape));
  }

  /** TorchScript has the functions of torch.linalg under names of their own; ones are singular. */
  private static Verdict run(Case c) {
    String text = c.statement().replace("torch.linalg.", "torch.linalg_");
    String regular = "solve(x + torch.eye(x.size(-2), x.size(-1)),";
    return LibTorch.script(c, text.replace("solve(x,", regular));
  }

  private static Case decomposition(Dice dice) {
    Operand x = Functions.tensor("x", 1, 4, dice);
    return Case.function(
        dice.pick(
            "torch.linalg.svdvals(x)",
            "torch.linalg.svd(x, full_matrices=True)",
            "torch.linalg.svd(x, full_matrices=False)",
            "torch.svd(x)",
            "torch.linalg.qr(x)",
            "torch.linalg.qr(x, mode='complete')",
            "torch.linalg.pinv(x)"),
        x);
  }

  private static Case system(Dice dice) {
    List<Long> n = dice.numbers(3, 1, 4);
    String name = dice.pick("solve", "solve_triangular", "lstsq");
    boolean solves = !name.equals("lstsq");
    long rows = n.get(0);
    long columns = solves && dice.chance(0.9) ? rows : n.get(1);
    List<Long> x = new ArrayList<>(dice.numbers((int) dice.between(0, 2), 1, 3));
    List<Long> y = new ArrayList<>(x);
    if (!y.isEmpty() && dice.chance(0.3)) {
      y.set(0, dice.pick(1L, 2L));
    }
    if (!y.isEmpty() && dice.chance(0.2)) {
      y.remove(y.size() - 1);
    }
    boolean left = !solves || dice.chance(0.7);
    x.addAll(List.of(rows, columns));
    long same = dice.chance(0.9) ? rows : rows + 1;
    y.addAll(left ? List.of(same, n.get(2)) : List.of(n.get(2), same));
    if (!name.endsWith("triangular") && dice.chance(0.3)) {
      y.remove(y.size() - 1);
    }
    String options =
        (name.endsWith("triangular") ? ", upper=" + Python.of(dice.chance(0.5)) : "")
            + (solves && !left ? ", left=False" : "");
    return Case.function(
        "torch.linalg." + name + "(x, y" + options + ")", Operand.of("x", x), Operand.of("y", y));
  }

  private static Case common(Dice dice) {
    Operand[] pair = Distances.pair(0, dice);
    return Case.function(
        "torch.broadcast_shapes(x.shape, y.shape" + dice.pick(")", ", (1,))", ", (2, 1))"),
        pair[0].named("x"),
        pair[1].named("y"));
  }

  /** torch.broadcast_shapes is Python's own: it expands tensors of these shapes. */
  private static Verdict shape(Case c) {
    String third =
        c.statement()
            .replaceFirst(".*y.shape", "")
            .replaceAll("[^-\\d,]", "")
            .replaceAll("^,|,$", "");
    String others = third.isEmpty() ? "" : ", torch.zeros([" + third + "])";
    return LibTorch.script(c, "torch.broadcast_tensors([x, y" + others + "])[0].size()");
  }
}
