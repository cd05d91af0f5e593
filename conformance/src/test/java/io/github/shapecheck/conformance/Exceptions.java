package io.github.shapecheck.conformance;

/** Where PyTorch itself is at fault and we say what it should have said. */
final class Exceptions {
  private Exceptions() {}

  /** Why the sides may differ on a case, or null where they may not. */
  static String reason(Case question, Verdict torch) {
    return null;
  }
}
