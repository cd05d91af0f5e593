package io.github.shapecheck.processor.operation.einops;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * An axis in a pattern.
 *
 * @param name as written; {@code ...} stands for all that have no name
 * @param number tells apart axes of equal names: the lengths without a name, those of the dots
 */
record Axis(String name, int number) {

  static final Axis DOTS = new Axis("...", -1);

  // Written out: a record's own are linked at first use, tens of milliseconds of a short build.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Axis axis && number == axis.number && name.equals(axis.name);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + number;
  }

  static Axis named(String name) {
    return new Axis(name, 0);
  }

  /** One of those that the dots stand for. */
  static Axis dotted(int number) {
    return new Axis(DOTS.name, number);
  }

  /** Whether it is a length and no name. */
  boolean isAnonymous() {
    return isNumber(name);
  }

  /** The length of an anonymous axis; beyond a long the largest one. */
  long length() {
    BigInteger length = new BigInteger(name);
    return length.bitLength() < Long.SIZE ? length.longValue() : Long.MAX_VALUE;
  }

  static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a name may stand in a pattern: Python's, without an underscore at its ends. */
  static boolean isName(String text) {
    return Character.isLetter(text.charAt(0)) && !text.endsWith("_") && text.indexOf('\u2026') < 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
