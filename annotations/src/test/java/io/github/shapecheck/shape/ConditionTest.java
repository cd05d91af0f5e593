package io.github.shapecheck.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "H % 32 == 0 and H >= 64 | H % 32 == 0 and H >= 64",
        "2*floor(H/2) == H | H % 2 == 0",
        "H == 2*floor(H/2) | H % 2 == 0",
        "16*(H//16) != H | H % 16 != 0",
        "H % 4 == 3 | H % 4 == 3",
        "(H + 1) % 4 == 3 | H % 4 == 2",
        "(H*W) % 4 >= 2 | H*W % 4 >= 2",
        "3*(H % 4) == 6 | H % 4 == 2",
        "1 <= H < 5 | 1 <= H and H < 5",
        "not (H == 1 or W == 2) | H != 1 and W != 2",
        "(H == 1 or W == 2) && H > 1 | (H == 1 or W == 2) and H > 1",
        "!(H + 1 == W) | H + 1 != W",
        "((H == 1)) | H == 1",
        "(H + 1)*2 == W | 2*H + 2 == W",
      })
  void printsAsPeopleWrite(String text, String expected) {
    assertEquals(expected, Condition.parse(text).toString());
    assertEquals(expected, Condition.parse(expected).toString());
  }

  @Test
  void refusesNonsense() {
    for (String text :
        List.of(
            "",
            "H",
            "H = 1",
            "H == ",
            "H == 1 and",
            "(H == 1",
            "H == 1)",
            "==",
            "((((",
            "!".repeat(9999),
            "H % 0 == 1 or")) {
      assertThrows(RuntimeException.class, () -> Condition.parse(text), text);
    }
    assertThrows(
        IllegalArgumentException.class, () -> Condition.parse("(".repeat(5000) + "H == 1"));
    assertThrows(ArithmeticException.class, () -> Condition.parse("H % 0 == 1"));
  }

  @Test
  void meansWhatItSaysHoweverItIsPrinted() {
    RandomDims dims = new RandomDims(21, "H", "W");
    Random random = dims.random();
    for (int i = 0; i < 5_000; i++) {
      Condition condition = random(dims, random.nextInt(3));
      Condition again = Condition.parse(condition.toString());
      Condition negative = condition.negate();
      for (int j = 0; j < 10; j++) {
        Map<String, Long> at = dims.sizes(20);
        assertEquals(condition.test(at), again.test(at), condition::toString);
        assertEquals(!condition.test(at), negative.test(at), condition::toString);
      }
    }
  }

  static Condition random(RandomDims dims, int depth) {
    Random random = dims.random();
    if (depth == 0) {
      Relation relation = Relation.values()[random.nextInt(6)];
      Dim left = dims.next(2).dim();
      Dim right = random.nextInt(4) == 0 ? left.floorDiv(2).times(2) : dims.next(1).dim();
      return Condition.of(left, relation, right);
    }
    Condition a = random(dims, depth - 1);
    Condition b = random(dims, depth - 1);
    return random.nextBoolean() ? a.and(b) : a.or(b);
  }

  @Test
  void theEmptyOnesAreTrueAndFalse() {
    assertTrue(Condition.always().test(Map.of()));
    assertFalse(Condition.never().test(Map.of()));
    Condition any = Condition.parse("H == 3");
    assertEquals(any, Condition.always().and(any));
    assertEquals(Condition.always(), any.or(Condition.always()));
    assertEquals(Condition.never(), Condition.never().and(any));
    assertTrue(Condition.parse(Condition.always().toString()).test(Map.of()));
  }

  @Test
  void divides() {
    Condition condition = Condition.divides(Dim.of(320), Dim.parse("N*2000"));
    assertTrue(condition.test(Map.of("N", 4L)));
    assertFalse(condition.test(Map.of("N", 3L)));
    assertEquals("[N]", condition.symbols().toString());
  }
}
