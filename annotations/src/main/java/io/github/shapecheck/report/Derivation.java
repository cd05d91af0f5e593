package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a size comes about: the formula with its numbers, and the size.
 *
 * @param formula e.g. {@code floor((28 + 2*0 - 1*(5-1) - 1) / 1) + 1}
 * @param result the size, or what else the formula gives
 */
public record Derivation(String formula, String result) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  /** Reads a line such as {@code (28 - 5) / 1 + 1 = 24}. */
  public static Derivation parse(String line) {
    int equals = line.lastIndexOf(" = ");
    return equals < 0
        ? new Derivation("", line)
        : new Derivation(line.substring(0, equals), line.substring(equals + 3));
  }

  Derivation with(Map<String, Dim> sizes) {
    return new Derivation(put(formula, sizes), evaluate(sizes));
  }

  private String evaluate(Map<String, Dim> sizes) {
    try {
      return Dim.parse(result).with(sizes).toString();
    } catch (IllegalArgumentException notOneSize) {
      return put(result, sizes);
    }
  }

  private static String put(String text, Map<String, Dim> sizes) {
    Matcher names = NAME.matcher(text);
    return names.replaceAll(
        name -> {
          Dim size = sizes.get(name.group());
          return Matcher.quoteReplacement(size == null ? name.group() : size.toString());
        });
  }

  @Override
  public String toString() {
    return formula.isEmpty() ? result : formula + " = " + result;
  }
}
