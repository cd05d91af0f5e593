package io.github.shapecheck.conformance;

import java.util.List;

/** Writes values as TorchScript. */
final class Python {
  private Python() {}

  static String of(boolean flag) {
    return flag ? "True" : "False";
  }

  static String of(double number) {
    return Double.toString(number);
  }

  /** A list, [] for a missing one. */
  static String list(Case c, String member, int axes) {
    return c.has(member) ? c.axes(member, axes).toString() : "[]";
  }

  static String flag(Case c, String member, boolean otherwise) {
    return of(c.flag(member, otherwise));
  }

  /** The last sizes of {@code x}, with -1 replaced by the axis's own size. */
  static String keeping(List<Long> sizes) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < sizes.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      text.append(
          sizes.get(i) == -1 ? "x.size(" + (i - sizes.size()) + ")" : sizes.get(i).toString());
    }
    return text.append("]").toString();
  }
}
