package io.github.shapecheck.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The generators draw cases on both sides of the limits. */
final class GeneratorTest {
  private static final int CASES = 100;

  @Test
  void aFairShareIsRefused() {
    int all = 0;
    for (Kind kind : Kinds.all()) {
      Dice dice = new Dice(Long.getLong("seed", 1));
      int refused = 0;
      for (int i = 0; i < CASES; i++) {
        if (kind.judge(kind.next(dice)) instanceof Verdict.Refused) {
          refused++;
        }
      }
      assertTrue(refused < 0.95 * CASES, kind.name() + " refuses " + refused);
      all += refused;
    }
    double share = (double) all / CASES / Kinds.all().size();
    assertTrue(share > 0.15 && share < 0.6, "refused: " + share);
  }
}
