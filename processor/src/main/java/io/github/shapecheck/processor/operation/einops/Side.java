package io.github.shapecheck.processor.operation.einops;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One side of a pattern, or one operand of an einsum.
 *
 * @param groups one for each axis of the tensor; {@code ()} and {@code 1} have no axis in them
 * @param dotsInGroup whether the dots stand in parentheses
 */
record Side(List<List<Axis>> groups, boolean dotsInGroup) {

  /** Says what is wrong with a pattern. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    Malformed(String message) {
      super(message, null, false, false);
      this.message = message;
    }

    String message() {
      return message;
    }
  }

  /** All axes in order. */
  List<Axis> axes() {
    return groups.stream().flatMap(List::stream).toList();
  }

  boolean hasDots() {
    return axes().contains(Axis.DOTS);
  }

  /** With the axes in the place of the dots. */
  Side dotted(List<Axis> dots) {
    List<List<Axis>> all = new ArrayList<>();
    for (List<Axis> group : groups) {
      if (group.equals(List.of(Axis.DOTS)) && !dotsInGroup) {
        dots.forEach(axis -> all.add(List.of(axis)));
      } else if (group.contains(Axis.DOTS)) {
        List<Axis> axes = new ArrayList<>(group);
        int at = axes.indexOf(Axis.DOTS);
        axes.remove(at);
        axes.addAll(at, dots);
        all.add(axes);
      } else {
        all.add(group);
      }
    }
    return new Side(all, false);
  }

  /**
   * Reads a side. Rules einops-1 to einops-3.
   *
   * @param number the number of its first anonymous axis
   * @param duplicates whether a name may stand twice, as in an einsum
   */
  static Side of(String text, int number, boolean duplicates) throws Malformed {
    String dots = text.replace("...", "\u2026");
    if (dots.indexOf('.') >= 0 || dots.indexOf('\u2026') != dots.lastIndexOf('\u2026')) {
      throw new Malformed("has other dots in its pattern than one '...'"); // einops-2
    }
    Reader reader = new Reader(number, duplicates);
    StringBuilder word = new StringBuilder();
    for (char c : (dots + " ").toCharArray()) {
      if (Character.isLetterOrDigit(c) || c == '_' || c == '\u2026') {
        word.append(c);
        continue;
      }
      if (word.length() > 0) {
        reader.add(word.toString());
        word.setLength(0);
      }
      reader.sign(c);
    }
    return reader.done();
  }

  private static final class Reader {
    private final List<List<Axis>> groups = new ArrayList<>();
    private final Set<Axis> seen = new LinkedHashSet<>();
    private final boolean duplicates;
    private int number;
    private List<Axis> group = new ArrayList<>();
    private boolean inGroup;
    private boolean dotsInGroup;

    Reader(int number, boolean duplicates) {
      this.number = number;
      this.duplicates = duplicates;
    }

    void sign(char c) throws Malformed {
      if (c == '(' && inGroup) { // einops-1
        throw new Malformed("has parentheses inside parentheses in its pattern");
      } else if (c == '(') {
        inGroup = true;
        group = new ArrayList<>();
      } else if (c == ')' && !inGroup) {
        throw new Malformed("has a ')' in its pattern that closes nothing");
      } else if (c == ')') {
        inGroup = false;
        groups.add(List.copyOf(group));
      } else if (c != ' ') {
        String shown = c > ' ' && c < 0x7F ? String.valueOf(c) : "U+" + Integer.toHexString(c);
        throw new Malformed("has '" + shown + "' in its pattern, which is no axis");
      }
    }

    void add(String word) throws Malformed {
      if (word.equals("\u2026")) {
        dotsInGroup = inGroup;
        put(Axis.DOTS);
      } else if (Axis.isNumber(word)) {
        length(new Axis(word, number++));
      } else if (Axis.isName(word) || (duplicates && word.equals("_"))) {
        Axis axis = Axis.named(word);
        if (!seen.add(axis) && !duplicates) { // einops-3
          throw new Malformed(
              "has the axis '" + shown(word) + "' twice on one side of its pattern");
        }
        put(axis);
      } else {
        throw new Malformed(
            "has '" + shown(word) + "' in its pattern, which is no name of an axis");
      }
    }

    private static String shown(String word) {
      String start = word.substring(0, Math.min(word.length(), 40)).replace("\u2026", "...");
      return start.replaceAll("[^ -~]", "?");
    }

    /** A length of 1 is no axis: the same as {@code ()}. */
    private void length(Axis axis) throws Malformed {
      if (axis.length() == 0) {
        throw new Malformed("has an axis of length 0 in its pattern");
      }
      if (axis.length() > 1) {
        put(axis);
      } else if (!inGroup) {
        groups.add(List.of());
      }
    }

    private void put(Axis axis) {
      if (inGroup) {
        group.add(axis);
      } else {
        groups.add(List.of(axis));
      }
    }

    Side done() throws Malformed {
      if (inGroup) {
        throw new Malformed("has a '(' in its pattern that is never closed");
      }
      return new Side(List.copyOf(groups), dotsInGroup);
    }
  }
}
