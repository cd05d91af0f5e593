package io.github.shapecheck.processor.operation;

/**
 * What a layer, a function and a method of one meaning share.
 *
 * @param name the first of its names
 * @param kind what the other rooms need to know of it
 */
public record Operation(String name, Kind kind, Rule rule) {
  /** The spatial axes that its name tells, 2 for {@code max_pool2d}; 0 where it tells none. */
  public static int axes(String name) {
    int digit = name.length() - 2;
    boolean tells =
        digit > 0 && name.charAt(digit + 1) == 'd' && Character.isLetter(name.charAt(digit - 1));
    int axes = tells ? name.charAt(digit) - '0' : 0;
    return axes > 0 && axes < 10 ? axes : 0;
  }

  /** A name without the axes that it tells: {@code max_pool} for {@code max_pool2d}. */
  public static String withoutAxes(String name) {
    return axes(name) == 0 ? name : name.substring(0, name.length() - 2);
  }

  /** As {@link #axes(String)} for its own name. */
  public int axes() {
    return axes(name);
  }

  /** The same writing into its first operand. */
  public Operation inPlace() {
    return new Operation(name, kind, rule.inPlace());
  }
}
