package io.github.shapecheck.processor.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolvingTest {
  @Test
  void solvesExactlyAgainstBruteForce() {
    RandomConditions random = new RandomConditions(33, "H");
    int unbounded = 0;
    for (int i = 0; i < 5_000; i++) {
      Condition condition = random.condition(random.random().nextInt(2));
      SizeSet set = Domain.batch().solve(condition, "H");
      assertMembers(
          set, size -> size > 0 && condition.test(Map.of("H", size)), condition.toString());
      for (long size : new long[] {1000, 12345, 99991, 1 << 16, 1 << 20, (1 << 20) + 7}) {
        boolean expected;
        try {
          expected = condition.test(Map.of("H", size));
        } catch (ArithmeticException tooLarge) {
          continue;
        }
        assertEquals(expected, set.contains(size), () -> condition + ": " + set);
        unbounded++;
      }
    }
    assertTrue(unbounded > 20_000);
  }

  @Test
  void solvesQuotientsExactlyAgainstBruteForce() {
    RandomConditions random = new RandomConditions(35, "H");
    int solved = 0;
    for (int i = 0; i < 1_000; i++) {
      Condition condition = random.quotient();
      Solution solution = Roots.of(condition, "H", new Effort());
      if (solution.complete()) {
        for (long size = 1; size < 500; size++) {
          if (solution.sizes().contains(size) != holds(condition, size)) {
            fail(condition + ": " + solution + " at " + size);
          }
        }
        solved++;
      }
    }
    assertTrue(solved > 900, solved + " solved");
  }

  private static boolean holds(Condition condition, long size) {
    try {
      return condition.test(Map.of("H", size));
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "floor(H/2) == 14 | 28..29",
        "16*floor(H/16) == H | 16../16",
        "H % 32 == 0 and H >= 64 | 64../32",
        "H*H - 5*H + 6 == 0 | 2..3",
        "H*H < 1000000000000 | 1..999999",
        "H*H > 1000000000000 | 1000001..",
        "H >= 4611686018427387904 | 4611686018427387904..",
        "min(H, 5) == 5 | 5..",
        "max(H - 5, 0)*3 == 6 | 7",
        "floor((H - 1)/2) + 1 == floor(H/2) | 2../2",
        "floor(H/2)*floor(H/2) == 49 | 14..15",
        "H != H | none",
        "scale(2.3, H) == 229 | 100",
        "12 % H == 0 | 1..4, 6, 12",
        "H % 100003 == 0 | 100003../100003",
        "N*floor(H/2) == 14*N | 28..29",
        "N*H % 8 == 0 | 8../8",
        "floor(H/(floor(H/2))) == 2 | 2, 4..",
        "floor((H*H + 3)/(2*H + 1)) == 500000 | 1000001..1000002",
      })
  void solves(String condition, String expected) {
    assertEquals(expected, Domain.batch().solve(Condition.parse(condition), "H").toString());
  }

  @Test
  void conditionSaysTheSame() {
    Random random = new Random(32);
    for (int i = 0; i < 500; i++) {
      SizeSet set = random(random);
      Condition condition = Membership.of(set, "H");
      assertMembers(
          set,
          size -> size == 0 ? set.contains(0) : condition.test(Map.of("H", size)),
          "condition");
    }
    assertEquals("H % 32 == 0", Membership.of(SizeSet.parse("32../32"), "H").toString());
    assertEquals(
        "H % 32 == 0 and H >= 64", Membership.of(SizeSet.parse("64../32"), "H").toString());
    assertEquals("H >= 28 and H <= 29", Membership.of(SizeSet.parse("28..29"), "H").toString());
  }

  private static SizeSet random(Random random) {
    List<SizeRange> ranges = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      long first = random.nextInt(60);
      long last = random.nextBoolean() ? SizeRange.NO_END : first + random.nextInt(120);
      ranges.add(new SizeRange(first, last, random.nextInt(3) == 0 ? 1 : random.nextInt(8) + 1));
    }
    return SizeSet.of(ranges);
  }

  private static void assertMembers(SizeSet set, LongPredicate expected, String from) {
    for (long size = 0; size < 500; size++) {
      if (set.contains(size) != expected.test(size)) {
        fail(from + ": " + set + " at " + size);
      }
    }
  }
}
