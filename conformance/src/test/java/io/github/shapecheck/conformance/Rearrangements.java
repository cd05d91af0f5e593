package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** Unfold, Fold, the shuffles, Flatten and Unflatten: layers that only move elements. */
final class Rearrangements {
  private Rearrangements() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind(
            "Unfold",
            Rearrangements::unfold,
            c -> LibTorch.script(c, "torch.im2col(x, " + window(c) + ")")),
        new Kind(
            "Fold",
            Rearrangements::fold,
            c ->
                LibTorch.script(
                    c, "torch.col2im(x, " + c.axes("size", 2) + ", " + window(c) + ")")),
        new Kind("PixelShuffle", Rearrangements::shuffle, c -> scaled("pixel_shuffle", c)),
        new Kind("PixelUnshuffle", Rearrangements::unshuffle, c -> scaled("pixel_unshuffle", c)),
        new Kind("ChannelShuffle", Rearrangements::channels, c -> scaled("channel_shuffle", c)),
        new Kind(
            "Flatten",
            Rearrangements::flatten,
            c ->
                LibTorch.script(
                    c,
                    "torch.flatten(x, " + c.number("start", 1) + ", " + c.number("end", -1) + ")")),
        new Kind(
            "Unflatten",
            Rearrangements::unflatten,
            c ->
                LibTorch.script(
                    c, "torch.unflatten(x, " + c.number("dim") + ", " + c.numbers("size") + ")")));
  }

  private static String window(Case c) {
    return c.axes("k", 2)
        + ", "
        + c.axes("d", 2, 1)
        + ", "
        + c.axes("p", 2, 0)
        + ", "
        + c.axes("s", 2, 1);
  }

  private static Verdict scaled(String name, Case c) {
    return LibTorch.script(c, "torch." + name + "(x, " + c.number("value") + ")");
  }

  private static Members slidingWindow(Dice dice) {
    return Members.of("k", dice.perAxis(2, 1, 4))
        .maybe(dice.chance(0.5), "d", dice.perAxis(2, 1, 3))
        .maybe(dice.chance(0.5), "p", dice.perAxis(2, 0, 2))
        .maybe(dice.chance(0.6), "s", dice.perAxis(2, 1, 3));
  }

  private static Case unfold(Dice dice) {
    Members members = slidingWindow(dice);
    return Case.layer(
        "Unfold", members.map(), Windows.input(2, dice.between(1, 4), members.map(), dice));
  }

  private static Case fold(Dice dice) {
    List<Long> size = dice.perAxis(2, 2, 8);
    Members members = slidingWindow(dice);
    Case c = Case.layer("Fold", members.and("size", size).map(), Operand.of("x"));
    long blocks = 1;
    long kernel = 1;
    for (int axis = 0; axis < 2; axis++) {
      long k = c.axes("k", 2).get(axis);
      long reach =
          c.axes("size", 2).get(axis)
              + 2 * c.axes("p", 2, 0).get(axis)
              - c.axes("d", 2, 1).get(axis) * (k - 1)
              - 1;
      blocks *= Math.max(0, Math.floorDiv(reach, c.axes("s", 2, 1).get(axis)) + 1);
      kernel *= k;
    }
    List<Long> shape = new ArrayList<>();
    if (dice.chance(0.7)) {
      shape.add(dice.between(1, 3));
    }
    shape.add(kernel * dice.between(1, 3));
    shape.add(blocks);
    return c.with(0, Operand.of("x", shape));
  }

  private static List<Long> image(long channels, long height, long width, Dice dice) {
    List<Long> shape =
        new ArrayList<>(dice.numbers((int) dice.between(0, 2), dice.chance(0.05) ? 0 : 1, 3));
    shape.addAll(List.of(channels, height, width));
    return shape;
  }

  private static Case shuffle(Dice dice) {
    long factor = dice.between(1, 3);
    List<Long> shape =
        image(factor * factor * dice.between(1, 3), dice.between(1, 4), dice.between(1, 5), dice);
    return Case.layer("PixelShuffle", Members.of("value", factor).map(), Operand.of("x", shape));
  }

  private static Case unshuffle(Dice dice) {
    long factor = dice.between(1, 3);
    List<Long> shape =
        image(dice.between(1, 3), factor * dice.between(1, 4), factor * dice.between(1, 5), dice);
    return Case.layer("PixelUnshuffle", Members.of("value", factor).map(), Operand.of("x", shape));
  }

  private static Case channels(Dice dice) {
    long groups = dice.between(1, 4);
    List<Long> shape = new ArrayList<>(List.of(dice.between(1, 3), groups * dice.between(1, 3)));
    shape.addAll(dice.numbers((int) dice.between(0, 3), dice.chance(0.05) ? 0 : 1, 4));
    return Case.layer("ChannelShuffle", Members.of("value", groups).map(), Operand.of("x", shape));
  }

  private static Case flatten(Dice dice) {
    int rank = (int) dice.between(0, 5);
    List<Long> shape = dice.numbers(rank, dice.chance(0.1) ? 0 : 1, 5);
    Members members =
        new Members()
            .maybe(dice.chance(0.7), "start", dice.between(-rank - 1, rank))
            .maybe(dice.chance(0.5), "end", dice.between(-rank - 1, rank));
    return Case.layer("Flatten", members.map(), Operand.of("x", shape));
  }

  private static Case unflatten(Dice dice) {
    int rank = (int) dice.between(1, 4);
    List<Long> shape = new ArrayList<>(dice.numbers(rank, dice.chance(0.1) ? 0 : 1, 5));
    List<Long> size = new ArrayList<>(dice.numbers((int) dice.between(1, 3), 1, 4));
    int axis = (int) dice.between(0, rank - 1);
    shape.set(axis, size.stream().reduce(1L, (a, b) -> a * b));
    if (dice.chance(0.4)) {
      size.set((int) dice.between(0, size.size() - 1), -1L);
    }
    long dim = dice.chance(0.5) ? axis : axis - rank;
    return Case.layer(
        "Unflatten", Members.of("dim", dim).and("size", size).map(), Operand.of("x", shape));
  }
}
