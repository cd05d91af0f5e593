package io.github.shapecheck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Our verdict and output shape equal LibTorch's. {@code -Dcases=100000} for more cases of each
 * kind, {@code -Dseed=2} for others.
 */
final class ConformanceTest {
  private static final int CASES = Integer.getInteger("cases", 1500);
  private static final long SEED = Long.getLong("seed", 1);

  @TestFactory
  Stream<DynamicTest> everyKindAgreesWithLibTorch() {
    return Kinds.all().stream()
        .map(kind -> DynamicTest.dynamicTest(kind.name() + ", seed " + SEED, () -> check(kind)));
  }

  private static void check(Kind kind) {
    String found =
        Comparison.of(kind, SEED, CASES).stream()
            .map(Object::toString)
            .collect(Collectors.joining("\n"));
    assertEquals("", found, kind.name() + " with seed " + SEED);
  }
}
