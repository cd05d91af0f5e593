package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** matmul, mm, bmm, addmm, baddbmm, dot, outer, einsum and scaled_dot_product_attention. */
final class MatrixProducts {
  private MatrixProducts() {}

  static List<Kind> kinds() {
    return List.of(
        Functions.kind("matmul", MatrixProducts::matmul),
        Functions.kind("products", MatrixProducts::plain),
        Functions.kind("einsum", MatrixProducts::einsum),
        Functions.kind("attention", MatrixProducts::attention));
  }

  private static Case matmul(Dice dice) {
    Operand[] lead = Distances.pair(0, dice);
    List<Long> rows = dice.numbers(3, dice.chance(0.05) ? 0 : 1, 5);
    List<Long> x =
        new ArrayList<>(
            dice.chance(0.6) ? lead[0].shape().subList(0, Math.min(2, lead[0].rank())) : List.of());
    List<Long> y =
        new ArrayList<>(
            dice.chance(0.6) ? lead[1].shape().subList(0, Math.min(2, lead[1].rank())) : List.of());
    if (!x.isEmpty() || dice.chance(0.8)) {
      x.add(rows.get(0));
    }
    x.add(rows.get(1));
    y.add(rows.get(1));
    if (y.size() > 1 || dice.chance(0.8)) {
      y.add(rows.get(2));
    }
    return Case.function(
        dice.pick("x @ y", "torch.matmul(x, y)", "x.matmul(y)"),
        Operand.of("x", x),
        Operand.of("y", y));
  }

  private static Case plain(Dice dice) {
    List<Long> n = dice.numbers(4, dice.chance(0.05) ? 0 : 1, 5);
    Operand a = Operand.of("x", n.get(0), n.get(1));
    Operand b = Operand.of("y", n.get(1), n.get(2));
    Operand c = Operand.of("x", n.get(3), n.get(0), n.get(1));
    Operand d = Operand.of("y", n.get(3), n.get(1), n.get(2));
    Operand row =
        Operand.of("z", dice.chance(0.5) ? List.of(n.get(2)) : List.of(n.get(0), n.get(2)));
    return switch ((int) dice.between(0, 6)) {
      case 0 -> Case.function(dice.pick("torch.mm(x, y)", "x.mm(y)"), a, b);
      case 1 -> Case.function(dice.pick("torch.bmm(x, y)", "x.bmm(y)"), c, d);
      case 2 -> Case.function("torch.addmm(z, x, y)", a, b, row);
      case 3 ->
          Case.function(
              "torch.baddbmm(z, x, y)",
              c,
              d,
              Operand.of(
                  "z",
                  dice.chance(0.5) ? List.of(n.get(2)) : List.of(n.get(3), n.get(0), n.get(2))));
      case 4 ->
          Case.function("torch.dot(x, y)", Operand.of("x", n.get(0)), Operand.of("y", n.get(0)));
      case 5 ->
          Case.function("torch.outer(x, y)", Operand.of("x", n.get(0)), Operand.of("y", n.get(1)));
      default ->
          Case.function(dice.pick("torch.mv(x, y)", "x.mv(y)"), a, Operand.of("y", n.get(1)));
    };
  }

  private static Case einsum(Dice dice) {
    String equation =
        dice.pick(
            "ij,jk->ik",
            "bij,bjk->bik",
            "bij,bkj->bik",
            "ij,ij->i",
            "i,j->ij",
            "bhid,bhjd->bhij",
            "ij,kj->",
            "nchw,cd->ndhw",
            "...ij,...jk->...ik",
            "ij,jk");
    List<Operand> inputs = new ArrayList<>();
    String letters = "ijkbhdnchw";
    List<Long> sizes = dice.numbers(letters.length(), 1, 4);
    String[] terms = equation.split("->")[0].split(",");
    for (int i = 0; i < terms.length; i++) {
      List<Long> shape = new ArrayList<>();
      if (terms[i].startsWith("...")) {
        shape.addAll(List.of(3L, 2L).subList(0, (int) dice.between(0, 2)));
      }
      for (char letter : terms[i].replace(".", "").toCharArray()) {
        shape.add(sizes.get(letters.indexOf(letter)));
      }
      inputs.add(Operand.of(i == 0 ? "x" : "y", shape));
    }
    return Case.function("torch.einsum('" + equation + "', x, y)", inputs.toArray(Operand[]::new));
  }

  private static Case attention(Dice dice) {
    List<Long> lead = dice.numbers((int) dice.between(1, 2), 1, 3);
    long width = dice.between(1, 4);
    long target = dice.between(1, 4);
    long source = dice.between(1, 5);
    Operand q = Operand.of("q", Linears.with(lead, target, width));
    Operand k = Operand.of("k", Linears.with(lead, source, width));
    Operand v =
        Operand.of("v", Linears.with(lead, source, dice.chance(0.7) ? width : dice.between(1, 4)));
    return dice.chance(0.3)
        ? Case.function(
            "torch.scaled_dot_product_attention(q, k, v, m)",
            q,
            k,
            v,
            Operand.of("m", target, source))
        : Case.function("torch.scaled_dot_product_attention(q, k, v)", q, k, v);
  }
}
