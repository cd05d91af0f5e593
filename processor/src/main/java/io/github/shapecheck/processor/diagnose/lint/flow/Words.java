package io.github.shapecheck.processor.diagnose.lint.flow;

import java.util.List;

/** Puts numbers and lists into words. */
public final class Words {
  private Words() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String and(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** {@code 3x3}. */
  public static String times(List<Long> sizes) {
    return String.join("x", sizes.stream().map(String::valueOf).toList());
  }
}
