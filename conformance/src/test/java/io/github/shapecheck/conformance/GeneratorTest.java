package io.github.shapecheck.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The generators draw cases on both sides of the limits. */
final class GeneratorTest {
  private static final int CASES = 400;

  @TestFactory
  Stream<DynamicTest> everyKindIsRefusedAndAccepted() {
    return Kinds.all().stream()
        .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check(kind)));
  }

  private static void check(Kind kind) {
    Dice dice = new Dice(Long.getLong("seed", 1));
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      if (kind.judge(kind.next(dice)) instanceof Verdict.Refused) {
        refused++;
      }
    }
    double share = (double) refused / CASES;
    assertTrue(share > 0.005 && share < 0.9, kind.name() + " refuses " + share);
  }
}
