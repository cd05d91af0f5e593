package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** CosineSimilarity and PairwiseDistance of two tensors that broadcast. */
final class Distances {
  private Distances() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind(
            "CosineSimilarity",
            Distances::cosine,
            c -> LibTorch.script(c, "torch.cosine_similarity(x, y, " + c.number("dim", 1) + ")")),
        new Kind(
            "PairwiseDistance",
            Distances::pairwise,
            c ->
                LibTorch.script(
                    c,
                    "torch.pairwise_distance(x, y, 2.0, 1e-6, "
                        + Python.flag(c, "keepdim", false)
                        + ")")));
  }

  /** Two shapes that broadcast: axes of one, and missing leading axes. */
  static Operand[] pair(int least, Dice dice) {
    int rank = (int) dice.between(least, 4);
    List<Long> first = new ArrayList<>(dice.numbers(rank, dice.chance(0.1) ? 0 : 1, 4));
    List<Long> second = new ArrayList<>(first);
    for (int axis = 0; axis < rank; axis++) {
      if (dice.chance(0.15)) {
        (dice.chance(0.5) ? first : second).set(axis, 1L);
      }
    }
    if (rank > 0 && dice.chance(0.2)) {
      (dice.chance(0.5) ? first : second).remove(0);
    }
    return new Operand[] {Operand.of("x", first), Operand.of("y", second)};
  }

  private static Case cosine(Dice dice) {
    Members members = new Members().maybe(dice.chance(0.6), "dim", dice.between(-4, 3));
    return Case.layer("CosineSimilarity", members.map(), pair(1, dice));
  }

  private static Case pairwise(Dice dice) {
    Members members = new Members().maybe(dice.chance(0.4), "keepdim", dice.chance(0.7));
    return Case.layer("PairwiseDistance", members.map(), pair(0, dice));
  }
}
