package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * view, reshape, flatten, unflatten, permute, squeeze and the like: the same values in other axes.
 */
final class Reshapes {
  private Reshapes() {}

  static List<Kind> kinds() {
    return List.of(
        Functions.kind("view", Reshapes::view),
        Functions.kind("flatten", Reshapes::flatten),
        Functions.kind("axes", Reshapes::axes),
        Functions.kind("squeeze", Reshapes::squeeze),
        Functions.kind("expand", Reshapes::expand));
  }

  private static Case view(Dice dice) {
    Operand x = Functions.tensor("x", 0, 4, dice);
    List<Long> parts = new ArrayList<>();
    List<Long> sizes = x.shape();
    long pending = 1;
    for (long size : sizes) {
      pending *= size;
      if (dice.chance(0.6)) {
        parts.add(pending);
        pending = 1;
      }
    }
    if (pending != 1 || parts.isEmpty()) {
      parts.add(pending);
    }
    if (dice.chance(0.2)) {
      int at = (int) dice.between(0, parts.size() - 1);
      long whole = parts.get(at);
      for (long factor = 2; factor <= 4; factor++) {
        if (whole % factor == 0 && whole > factor) {
          parts.set(at, factor);
          parts.add(at, whole / factor);
          break;
        }
      }
    }
    if (dice.chance(0.5)) {
      parts.set((int) dice.between(0, parts.size() - 1), -1L);
    }
    String name = dice.pick("view", "reshape");
    return Case.function(
        dice.pick(
            "x." + name + "(" + Functions.list(parts) + ")",
            "x." + name + "([" + Functions.list(parts) + "])",
            "torch.reshape(x, [" + Functions.list(parts) + "])"),
        x);
  }

  private static Case flatten(Dice dice) {
    Operand x = Functions.tensor("x", 0, 5, dice);
    long start = Functions.axis(x.rank(), dice);
    long end = Functions.axis(x.rank(), dice);
    List<Long> sizes = dice.numbers(2, 1, 3);
    return Case.function(
        dice.pick(
            "x.flatten()",
            "torch.flatten(x, " + start + ")",
            "torch.flatten(x, " + start + ", " + end + ")",
            "x.flatten(start_dim=" + start + ", end_dim=" + end + ")",
            "x.unflatten(" + start + ", [" + Functions.list(sizes) + "])",
            "x.unflatten(" + start + ", [" + sizes.get(0) + ", -1])",
            "x.ravel()"),
        x);
  }

  private static Case axes(Dice dice) {
    Operand x = Functions.tensor("x", 0, 5, dice);
    int rank = x.rank();
    long first = Functions.axis(rank, dice);
    long second = Functions.axis(rank, dice);
    List<Long> order = Functions.order(rank, dice);
    List<String> statements =
        new ArrayList<>(
            List.of(
                "x.transpose(" + first + ", " + second + ")",
                "torch.transpose(x, " + first + ", " + second + ")",
                "torch.swapaxes(x, " + first + ", " + second + ")",
                "x.movedim(" + first + ", " + second + ")",
                "x.permute([" + Functions.list(order) + "])",
                "torch.permute(x, [" + Functions.list(order) + "])",
                "x.movedim([0, 1], [" + first + ", " + second + "])",
                "x.flip([" + first + "])",
                "torch.flip(x, [" + first + ", " + second + "])",
                "torch.roll(x, 1, " + first + ")",
                "x.roll([1, 2], [" + first + ", " + second + "])",
                "torch.roll(x, 2)"));
    if (rank > 0) {
      statements.add("x.permute(" + Functions.list(order) + ")");
    }
    if (rank == 2 || dice.chance(0.1)) {
      statements.add("x.t()");
    }
    return Case.function(dice.pick(statements), x);
  }

  private static Case squeeze(Dice dice) {
    List<Long> shape = new ArrayList<>(Functions.shape(0, 5, dice));
    for (int i = 0; i < shape.size(); i++) {
      if (dice.chance(0.4)) {
        shape.set(i, 1L);
      }
    }
    long axis = Functions.axis(shape.size(), dice);
    long other = Functions.axis(shape.size(), dice);
    return Case.function(
        dice.pick(
            "x.squeeze()",
            "x.squeeze(" + axis + ")",
            "torch.squeeze(x, " + axis + ")",
            "torch.squeeze(x, [" + axis + ", " + other + "])",
            "x.unsqueeze(" + axis + ")",
            "torch.unsqueeze(x, dim=" + axis + ")"),
        Operand.of("x", shape));
  }

  private static Case expand(Dice dice) {
    List<Long> shape = new ArrayList<>(Functions.shape(0, 4, dice));
    List<Long> wanted = new ArrayList<>(shape);
    for (int i = 0; i < shape.size(); i++) {
      if (dice.chance(0.3)) {
        shape.set(i, 1L);
      }
      if (dice.chance(0.3)) {
        wanted.set(i, -1L);
      }
    }
    if (dice.chance(0.3) || wanted.isEmpty()) {
      wanted.add(0, dice.between(1, 3));
    }
    Operand x = Operand.of("x", shape);
    if (dice.chance(0.15)) {
      return Case.function(
          "x.expand_as(y)", x, Operand.of("y", wanted.stream().map(Math::abs).toList()));
    }
    List<Long> times = dice.numbers(Math.max(1, x.rank() + (int) dice.between(-1, 1)), 0, 3);
    return Case.function(
        dice.pick(
            "x.expand(" + Functions.list(wanted) + ")",
            "x.expand([" + Functions.list(wanted) + "])",
            "x.repeat(" + Functions.list(times) + ")",
            "torch.tile(x, [" + Functions.list(times) + "])",
            "x.broadcast_to([" + Functions.list(wanted) + "])"),
        x);
  }
}
