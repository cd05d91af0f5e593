package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** cat, stack, chunk, split, unbind: tensors put together and taken apart. */
final class Joins {
  private Joins() {}

  static List<Kind> kinds() {
    return List.of(
        Functions.kind("cat", Joins::cat),
        Functions.kind("stack", Joins::stack),
        Functions.kind("split", Joins::split));
  }

  private static Case cat(Dice dice) {
    List<Long> shape = dice.numbers((int) dice.between(1, 4), dice.chance(0.07) ? 0 : 1, 5);
    int axis = (int) dice.between(0, shape.size() - 1);
    List<Long> other = new ArrayList<>(shape);
    other.set(axis, dice.between(1, 4));
    if (dice.chance(0.15)) {
      int at = (int) dice.between(0, shape.size() - 1);
      other.set(at, other.get(at) + 1);
    }
    long dim = dice.chance(0.7) ? axis : axis - shape.size();
    return Case.function(
        dice.pick(
            "torch.cat([x, y], " + dim + ")",
            "torch.cat([x, y], dim=" + dim + ")",
            "torch.cat([x, y, x], dim=" + dim + ")",
            "torch.concat([x, y], dim=" + dim + ")",
            "torch.cat([x, y])"),
        Operand.of("x", shape),
        Operand.of("y", other));
  }

  private static Case stack(Dice dice) {
    Operand x = Functions.tensor("x", 0, 3, dice);
    Operand y = dice.chance(0.15) ? Functions.tensor("y", 0, 3, dice) : x.named("y");
    long dim = dice.chance(0.1) ? dice.between(-6, 6) : dice.between(-x.rank() - 1, x.rank());
    return Case.function(
        dice.pick(
            "torch.stack([x, y], " + dim + ")",
            "torch.stack([x, y, y], dim=" + dim + ")",
            "torch.stack([x, y])",
            "torch.hstack([x, y])",
            "torch.vstack([x, y])"),
        x,
        y);
  }

  private static Case split(Dice dice) {
    Operand x =
        Operand.of("x", dice.numbers((int) dice.between(1, 4), dice.chance(0.07) ? 0 : 2, 9));
    long dim = Functions.axis(x.rank(), dice);
    boolean valid = dim >= -x.rank() && dim < x.rank();
    long size = valid ? x.size((int) dim) : 4;
    long part = dice.between(1, Math.max(1, size - 1));
    long pieces = dice.between(1, 5);
    return Case.function(
        dice.pick(
            "x.chunk(" + pieces + ", dim=" + dim + ")",
            "torch.chunk(x, " + pieces + ", " + dim + ")",
            "x.split(" + part + ", dim=" + dim + ")",
            "torch.split(x, " + part + ", " + dim + ")",
            "x.split([" + part + ", " + (size - part) + "], dim=" + dim + ")",
            "torch.split(x, [" + part + ", " + (size - part) + "], " + dim + ")",
            "x.unbind(" + dim + ")",
            "torch.unbind(x, dim=" + dim + ")",
            "torch.tensor_split(x, " + pieces + ", " + dim + ")",
            "torch.tensor_split(x, [" + part + ", " + (part + 1) + "], dim=" + dim + ")"),
        x);
  }
}
