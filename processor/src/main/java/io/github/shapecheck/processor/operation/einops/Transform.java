package io.github.shapecheck.processor.operation.einops;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A pattern {@code left -> right} with its dots resolved for a tensor of some rank. */
record Transform(Side left, Side right) {

  /** Which of einops' three functions: what they allow to stand on one side only. */
  enum Kind {
    REARRANGE,
    REDUCE,
    REPEAT
  }

  /** Reads a pattern and checks what can be told without a tensor. Rules einops-1 to einops-6. */
  static Transform of(String pattern, Kind kind, Set<String> lengths) throws Side.Malformed {
    String[] sides = pattern.split("->", -1);
    if (sides.length != 2) {
      throw new Side.Malformed("needs one '->' in its pattern '" + shown(pattern) + "'");
    }
    Side left = Side.of(sides[0], 1, false);
    Side right = Side.of(sides[1], 1 + left.axes().size(), false);
    if (right.hasDots() && !left.hasDots()) { // einops-2
      throw new Side.Malformed("has '...' on the right side of its pattern only");
    }
    if (left.hasDots() && left.dotsInGroup()) {
      throw new Side.Malformed("has '...' in parentheses on the left side of its pattern");
    }
    Set<Axis> gone = minus(left, right);
    Set<Axis> added = minus(right, left);
    switch (kind) {
      case REARRANGE -> {
        if (anonymous(gone) || anonymous(added)) { // einops-4
          throw new Side.Malformed("has a length in its pattern: only 1 can stand without a name");
        }
        gone.addAll(added);
        refuse(gone, "on one side of its pattern only"); // einops-5
      }
      case REPEAT -> {
        refuse(gone, "on the left side of its pattern only");
        added.removeIf(axis -> axis.isAnonymous() || lengths.contains(axis.name()));
        if (!added.isEmpty()) {
          String name = names(added);
          throw new Side.Malformed("needs a length for " + name + ": " + first(added) + "=...");
        }
      }
      case REDUCE -> refuse(added, "on the right side of its pattern only");
    }
    for (String name : new TreeSet<>(lengths)) { // einops-6
      Axis axis = Axis.named(name);
      if (!left.axes().contains(axis) && !right.axes().contains(axis)) {
        throw new Side.Malformed(
            "has a length for '" + name + "', which its pattern does not have");
      }
    }
    return new Transform(left, right);
  }

  private static void refuse(Set<Axis> axes, String where) throws Side.Malformed {
    if (!axes.isEmpty()) {
      throw new Side.Malformed("has " + names(axes) + " " + where);
    }
  }

  private static String names(Set<Axis> axes) {
    return "the axis '" + first(axes) + "'";
  }

  private static String first(Set<Axis> axes) {
    return axes.iterator().next().name();
  }

  private static boolean anonymous(Set<Axis> axes) {
    return axes.stream().anyMatch(Axis::isAnonymous);
  }

  private static Set<Axis> minus(Side side, Side other) {
    Set<Axis> rest = new LinkedHashSet<>(side.axes());
    rest.removeAll(other.axes());
    return rest;
  }

  private static String shown(String pattern) {
    return pattern.length() > 40 ? pattern.substring(0, 40) + "..." : pattern;
  }

  /** For a tensor of a rank. Rule einops-7. */
  Transform ranked(int rank) throws Side.Malformed {
    int axes = left.groups().size() - (left.hasDots() ? 1 : 0);
    if (left.hasDots() ? rank < axes : rank != axes) {
      String least = left.hasDots() ? " or more" : "";
      throw new Side.Malformed("has " + axes + least + " axes on the left side of its pattern");
    }
    List<Axis> dots = new ArrayList<>();
    for (int i = 0; left.hasDots() && i < rank - axes; i++) {
      dots.add(Axis.dotted(i));
    }
    return new Transform(left.dotted(dots), right.dotted(dots));
  }
}
