package io.github.shapecheck.processor.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {
  private static Answer decide(String where, String condition) {
    Domain domain = where.isEmpty() ? Domain.batch() : Domain.batch().where(Condition.parse(where));
    return domain.decide(Condition.parse(condition));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 3 == 3 | ALWAYS",
        "'' | 3 > 3 | NEVER",
        "'' | N >= 2 | ALWAYS",
        "'' | N == 1 | NEVER",
        "'' | N*2000 % 320 == 0 | SOMETIMES",
        "'' | N*2000 % 20 == 0 | ALWAYS",
        "'' | H >= 1 | ALWAYS",
        "'' | H == 2*floor(H/2) | SOMETIMES",
        "H % 2 == 0 | H == 2*floor(H/2) | ALWAYS",
        "H % 16 == 0 | 8*floor(H/8) == H | ALWAYS",
        "H % 16 == 0 | 32*floor(H/32) == H | SOMETIMES",
        "H >= 28 and H <= 29 | floor(H/2) == 14 | ALWAYS",
        "H % 2 == 1 | floor((H - 1)/2) + 1 == floor(H/2) | NEVER",
        "'' | floor(H/2) + floor((H - 1)/2) == H - 1 | ALWAYS",
        "'' | H == W | SOMETIMES",
        "H == W | H == W | ALWAYS",
        "H == W | floor(H/2) == floor(W/2) | ALWAYS",
        "H == W and H % 4 == 0 | W % 2 == 0 | ALWAYS",
        "H == 2*W | H % 2 == 0 | ALWAYS",
        "H == 2*W and H >= 10 | W >= 5 | ALWAYS",
        "H >= W | H + 1 > W | ALWAYS",
        "'' | N*H*W == N*W*H | ALWAYS",
        "'' | N*floor(H/2) == N*H | NEVER",
        "'' | 512*floor(H/32)*floor(W/32) == 25088 | SOMETIMES",
        "'' | ? == 3 | ALWAYS",
        "'' | max(H, W) >= H | ALWAYS",
        "'' | min(H, W) == H | SOMETIMES",
        "'' | H % W == 0 | SOMETIMES",
        "'' | (H + 1)*(H - 1) == H*H - 1 | ALWAYS",
        "'' | H*(H + 1) % 2 == 0 | ALWAYS",
        "'' | H == 4611686018427387904 | SOMETIMES",
        "'' | H*4611686018427387904 >= 0 | ALWAYS",
        "'' | H % 1000003 >= 0 | ALWAYS",
        "'' | H % 1000003 < 1000003 | ALWAYS",
        "'' | H % 1000003 == 1 | SOMETIMES",
        "H % 1000003 == 1 | H % 1000003 == 1 | ALWAYS",
        "H % 1000003 == 1 | H == 1 | SOMETIMES",
        "H % 1000003 != 5 | H % 1000003 != 5 | ALWAYS",
        "H % 1000003 == 1 and H % 1000033 == 2 | H >= 1000 | ALWAYS",
        "'' | floor(H/1000003) <= 5 | SOMETIMES",
        "'' | floor((H - 1)/1000003) <= H | ALWAYS",
        "'' | 2*floor(H/1000003) != H | ALWAYS",
        "H >= 3 | 2*floor(H/1000003) != H | ALWAYS",
        "'' | 5000 % H == 0 | SOMETIMES",
        "H >= 2049 | 5000 % H == 0 | SOMETIMES",
        "H >= 50000 | 5000000 % H == 0 | UNDECIDED",
        "H > 5000 | 5000 % H == 0 | NEVER",
        "'' | scale(0.7, H) <= H | ALWAYS",
        "'' | scale(1.3, H) >= H | ALWAYS",
        "'' | floor(H/2) == floor(W/2) | SOMETIMES",
        "'' | H*W == 49 | SOMETIMES",
        "'' | H % 2 == 0 and W % 1000003 != 7 | SOMETIMES",
        "'' | H % 2 == 0 or W % 1000003 < 1000003 | ALWAYS",
        "H % 9 == 0 | N*H % 9 == 0 | ALWAYS",
        "H*W % 2 == 0 | N*H*W % 2 == 0 | ALWAYS",
        "floor(H/2) == floor(W/2) | 3*floor(W/2) - 1 == 3*floor(H/2) - 1 | ALWAYS",
        "H % 7 == 0 and W % 7 == 0 | 49*floor(H/7)*floor(W/7) == H*W | ALWAYS",
        "T + S <= 512 | T < 512 | ALWAYS",
        "'' | min(T, S) <= T | ALWAYS",
        "'' | max(T, S) >= min(T, 7) | ALWAYS",
        "'' | T + S >= max(T, S) + 1 | ALWAYS",
      })
  void decides(String where, String condition, Answer.Verdict expected) {
    assertEquals(expected, decide(where, condition).verdict());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | H == 2*floor(H/2) | {H=2} | {H=1}",
        "H >= 32 | H == 2*floor(H/2) | {H=32} | {H=33}",
        "'' | N*2000 % 320 == 0 | {N=4} | {N=2}",
        "H % 16 == 0 | H % 32 == 0 | {H=32} | {H=16}",
      })
  void givesTheSmallestExamples(
      String where, String condition, String witness, String counterexample) {
    Answer answer = decide(where, condition);
    assertEquals(witness, answer.witness().toString());
    assertEquals(counterexample, answer.counterexample().toString());
  }

  @Test
  void squareExamplesFirst() {
    Answer answer = decide("", "512*floor(H/32)*floor(W/32) == 25088");
    assertEquals(Map.of("H", 224L, "W", 224L), answer.witness());
    assertEquals(Map.of("H", 1L, "W", 1L), answer.counterexample());
    answer = decide("", "N*512*floor(H/32)*floor(W/32) == 25088*N");
    assertEquals(Map.of("N", 2L, "H", 224L, "W", 224L), answer.witness());
  }

  @Test
  void examplesSatisfyEverything() {
    Domain domain = Domain.batch().where(Condition.parse("H == 2*W and W >= 7 and H + K < 40"));
    Answer answer = domain.decide(Condition.parse("H*W*K % 8 == 0 and N % 3 == 0"));
    assertEquals(Answer.Verdict.SOMETIMES, answer.verdict());
    for (Map<String, Long> sizes : List.of(answer.witness(), answer.counterexample())) {
      assertEquals(2 * sizes.get("W"), sizes.get("H"));
      assertTrue(
          sizes.get("W") >= 7 && sizes.get("H") + sizes.get("K") < 40 && sizes.get("N") >= 2);
    }
    assertTrue(Condition.parse("H*W*K % 8 == 0 and N % 3 == 0").test(answer.witness()));
    assertFalse(Condition.parse("H*W*K % 8 == 0 and N % 3 == 0").test(answer.counterexample()));
  }

  @Test
  void oneSymbolAgreesWithBruteForce() {
    RandomConditions random = new RandomConditions(41, "H");
    for (int i = 0; i < 4_000; i++) {
      Condition condition = random.condition(random.random().nextInt(3));
      Domain domain = Domain.batch();
      if (random.random().nextBoolean()) {
        domain =
            domain.with(
                "H",
                SizeSet.every(random.random().nextInt(20) + 1, random.random().nextInt(6) + 1));
      }
      SizeSet values = domain.values("H");
      boolean some = false;
      boolean all = true;
      for (long size = 1; size < 2000; size++) {
        if (values.contains(size)) {
          boolean holds = condition.test(Map.of("H", size));
          some |= holds;
          all &= holds;
        }
      }
      Answer answer = domain.decide(condition);
      if (answer.isAlways()) {
        assertTrue(all, condition::toString);
      } else if (answer.isNever()) {
        assertFalse(some, condition::toString);
      } else {
        assertTrue(condition.test(answer.witness()), condition::toString);
        assertFalse(condition.test(answer.counterexample()), condition::toString);
        assertTrue(values.contains(answer.witness().get("H")));
      }
    }
  }

  @Test
  void severalSymbolsAgreeWithBruteForce() {
    RandomConditions random = new RandomConditions(42, "H", "W", "N");
    int missed = 0;
    int open = 0;
    for (int i = 0; i < 2_000; i++) {
      Condition condition = random.condition(random.random().nextInt(2));
      Answer answer = Domain.batch().decide(condition);
      boolean some = false;
      boolean all = true;
      for (long h = 1; h < 14; h++) {
        for (long w = 1; w < 14; w++) {
          for (long n = 2; n < 9; n++) {
            boolean holds = condition.test(Map.of("H", h, "W", w, "N", n));
            some |= holds;
            all &= holds;
          }
        }
      }
      if (answer.verdict() == Answer.Verdict.SOMETIMES) {
        assertTrue(condition.test(answer.witness()), condition::toString);
        assertFalse(condition.test(answer.counterexample()), condition::toString);
      }
      open += answer.verdict() == Answer.Verdict.UNDECIDED ? 1 : 0;
      missed += answer.isAlways() && !all || answer.isNever() && some ? 1 : 0;
    }
    assertEquals(0, missed);
    assertTrue(open <= 60, open + " could not be decided");
  }

  @Test
  void bounds() {
    Values values = Values.USUAL.with("H", SizeSet.between(28, 64));
    assertEquals(new Bounds(14, 32), Intervals.of(Dim.parse("floor(H/2)"), values));
    assertEquals(new Bounds(56, Bounds.NO_MAX), Intervals.of(Dim.parse("N*H"), values));
    assertEquals(new Bounds(7, 7), Intervals.of(Dim.of(7), values));
    assertEquals(new Bounds(-64, -28), Intervals.of(Dim.parse("-H"), values));
    assertEquals(new Bounds(64, 147), Intervals.of(Dim.parse("scale(2.3, H)"), values));
  }

  @Test
  void contradictionsAreEmpty() {
    for (String where :
        new String[] {
          "H >= 5 and H < 5", "H % 2 == 0 and H % 2 == 1", "1 == 2", "H < 1", "N == 1"
        }) {
      Domain domain = Domain.batch().where(Condition.parse(where));
      assertTrue(domain.isEmpty(), where);
      assertNotNull(domain.decide(Condition.parse("H == 3")));
    }
    assertFalse(Domain.batch().isEmpty());
    assertFalse(Domain.batch().where(Condition.parse("H + W == 7 and H > W")).isEmpty());
    assertTrue(Domain.batch().where(Condition.parse("H == W and H > W")).isEmpty());
  }

  @Test
  void nothingHangs() {
    String[] nasty = {
      "H % 4611686018427387904 == 1",
      "(H % 4093)*(H % 4091) == 7",
      "min(H % 17, W % 19)*(N % 23) == 3",
      "H*H*H*H*H*H*H*H == 1000000007",
      "floor(H/(W + 1))*floor(W/(H + 1)) == N",
      "scale(1.37, scale(0.73, H)) == W",
      "A*B*C*D*E*F*G == H*I*J*K*L*M",
      "H % 64 == 1 and H % 81 == 2 and H % 25 == 3 and H % 49 == 4 and H % 11 == 5",
      "min(min(H, 3*W - 7), min(7*H - W, 2*H)) % 6 == max(H, W)",
      "H % 3001 != 5 or H % 2999 == 4",
    };
    for (String condition : nasty) {
      assertTimeout(Duration.ofSeconds(5), () -> decide("", condition), condition);
    }
  }

  @Test
  void aBoundBeyondEverySizeIsNone() {
    for (String text : List.of("H >= -9223372036854775808", "-9223372036854775808 < H - 1")) {
      assertEquals(Answer.Verdict.ALWAYS, decide("", text).verdict(), text);
      assertEquals(Answer.Verdict.ALWAYS, decide(text, "H >= 1").verdict(), text);
    }
    assertEquals(Answer.Verdict.NEVER, decide("", "H == -9223372036854775808").verdict());
  }

  @Test
  void whatFallsIntoTooManyRangesIsRefusedAtOnce() {
    Condition twoPrimes = Condition.parse("H % 1009 != 1 and H % 1013 != 2");
    Condition many =
        LongStream.rangeClosed(2, 201)
            .mapToObj(i -> Condition.ne(Dim.symbol("H").mod(i), Dim.of(1)))
            .reduce(Condition.always(), Condition::and);
    for (Condition condition : List.of(twoPrimes, many)) {
      assertTimeout(
          Duration.ofSeconds(20),
          () -> assertThrows(ArithmeticException.class, () -> Domain.batch().where(condition)));
    }
    Condition power = Condition.parse(String.join("*", Collections.nCopies(200, "H")) + " > 5");
    assertTimeout(Duration.ofSeconds(20), () -> Domain.batch().where(power).isEmpty());
  }

  /** A number S that a fix looks for, in a view of what it leaves of H x W. */
  @ParameterizedTest
  @ValueSource(strings = {"", "S == 1", "S <= 2", "H >= 2 and S >= 3"})
  void whatASearchOfThreeSizesSolvesIsCountedAndEnds(String where) {
    Dim map = Dim.parse("6*(floor((H - 1)/S) + 1)*(floor((W - 1)/S) + 1)");
    Dim cells = Dim.parse("H*W");
    Domain domain = where.isEmpty() ? Domain.batch() : Domain.batch().where(Condition.parse(where));
    Answer answer = domain.decide(Condition.eq(map.floorDiv(cells).times(cells), map));
    assertTrue(answer.effort() < 60_000, () -> "polynomials: " + answer.effort());
    assertEquals(where.equals("S == 1") ? 0 : 1, Long.signum(answer.effort()));
  }

  @Test
  void sizesOfFewValuesAreShort() {
    Domain domain = Domain.batch().where(Condition.parse("28 <= H <= 29 and W == 7"));
    assertEquals("14", domain.simplify(Dim.parse("floor(H/2)")).toString());
    assertEquals("floor(H/29)", domain.simplify(Dim.parse("floor(H/29)")).toString());
    assertEquals("H + 10", domain.simplify(Dim.parse("H + floor((H + W + 5)/4)")).toString());
    assertEquals("5*N*floor(L/2)", domain.simplify(Dim.parse("N*floor(L/2)*(W - 2)")).toString());
  }
}
