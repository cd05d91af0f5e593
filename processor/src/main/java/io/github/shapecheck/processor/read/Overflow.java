package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.problem.ProblemId;

/** Recognises numbers that Java's int arithmetic has wrapped around. */
final class Overflow {
  private static final int LEAST_PLAUSIBLE = -65_536;

  private Overflow() {}

  static ProblemId id(int value, ProblemId otherwise) {
    return value < LEAST_PLAUSIBLE ? ProblemId.INT_OVERFLOW : otherwise;
  }

  static String hint(int value) {
    return value < LEAST_PLAUSIBLE
        ? ": the arithmetic went beyond Java's largest int, 2147483647, and wrapped around"
        : "";
  }
}
