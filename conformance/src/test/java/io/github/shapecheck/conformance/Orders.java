package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Chains of views, slices and functions of elements, and a view that needs an order in memory. Axes
 * of one place and repeated ones do not meet, as shapecheck does not follow them together.
 */
final class Orders {
  private static final String[] ELEMENTS = {
    "relu", "sigmoid", "exp", "abs", "neg", "clone", "tanh", "double", "contiguous", "detach"
  };

  private final Dice dice;
  private final boolean ones;
  private final Operand x;
  private final Operand y;
  private String text = "x";
  private List<Long> shape;

  private Orders(Dice dice) {
    this.dice = dice;
    this.ones = dice.chance(0.3);
    this.x = Operand.of("x", dice.numbers((int) dice.between(2, 4), ones ? 1 : 3, 4));
    this.shape = x.shape();
    this.y = Operand.of("y", dice.numbers((int) dice.between(1, 4), 1, 4));
  }

  static List<Kind> kinds() {
    return List.of(Functions.kind("memory", dice -> new Orders(dice).next()));
  }

  private Case next() {
    for (long steps = dice.between(1, 4); steps > 0; steps--) {
      step();
    }
    text += "." + dice.pick("view", "view", "reshape") + "(" + Functions.list(merged()) + ")";
    return text.contains("y") ? Case.function(text, x, y) : Case.function(text, x);
  }

  private void step() {
    int rank = shape.size();
    int axis = rank == 0 ? 0 : (int) dice.between(0, rank - 1);
    List<Long> sizes = new ArrayList<>(shape);
    switch ((int) dice.between(0, rank == 0 ? 1 : 11)) {
      case 0, 1 -> text += "." + dice.pick(ELEMENTS) + "()";
      case 2, 3 -> permute(sizes);
      case 4 -> {
        int other = (int) dice.between(0, rank - 1);
        text += ".transpose(" + axis + ", " + other + ")";
        Collections.swap(sizes, axis, other);
      }
      case 5 -> {
        text += "[" + ":, ".repeat(axis) + dice.pick("::2", "1:", ":-1") + "]";
        sizes = null;
      }
      case 6 -> {
        int at = (int) dice.between(0, rank);
        text += ".unsqueeze(" + at + ")";
        sizes.add(at, 1L);
        if (!ones) {
          sizes.set(at, dice.between(2, 3));
          text += ".expand(" + Functions.list(sizes) + ")";
        }
      }
      case 7 -> text = "torch.mul(" + text + ", 2)";
      case 8 -> add(sizes);
      case 9 -> {
        text += ".select(" + axis + ", 0)";
        sizes.remove(axis);
      }
      case 10 -> text = "torch.where(" + text + " > 0, " + text + ", 0)";
      default -> text = "torch." + dice.pick("zeros", "ones") + "_like(" + text + ")";
    }
    shape = sizes == null ? sliced(axis) : sizes;
  }

  private void permute(List<Long> sizes) {
    List<Long> order = Functions.order(sizes.size(), dice);
    text += ".permute([" + Functions.list(order) + "])";
    for (int i = 0; i < order.size(); i++) {
      sizes.set(i, shape.get(Math.floorMod(order.get(i).intValue(), sizes.size())));
    }
  }

  /** Adds something of another order: the other input, broadcast, before or behind. */
  private void add(List<Long> sizes) {
    boolean fits = y.rank() <= sizes.size();
    for (int i = 1; fits && i <= y.rank(); i++) {
      fits = y.size(-i) == 1 || y.size(-i) == sizes.get(sizes.size() - i);
    }
    if (fits) {
      text = dice.chance(0.5) ? "torch.add(" + text + ", y)" : "torch.sub(y, " + text + ")";
    }
  }

  private List<Long> sliced(int axis) {
    List<Long> sizes = new ArrayList<>(shape);
    long size = sizes.get(axis);
    sizes.set(axis, text.endsWith("::2]") ? (size + 1) / 2 : size - 1);
    return sizes;
  }

  /** The sizes with some neighbours merged. */
  private List<Long> merged() {
    List<Long> parts = new ArrayList<>();
    for (long size : shape) {
      if (!parts.isEmpty() && dice.chance(0.5)) {
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) * size);
      } else {
        parts.add(size);
      }
    }
    if (parts.isEmpty()) {
      parts.add(1L);
    }
    return parts;
  }
}
