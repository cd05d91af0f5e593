package io.github.shapecheck.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimTest {
  private static final Dim H = Dim.symbol("H");
  private static final Dim W = Dim.symbol("W");
  private static final Dim N = Dim.symbol("N");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "N*2 | 2*N",
        "W*H*N | N*H*W",
        "(H + 1)//2 | floor((H - 1)/2) + 1",
        "H//2 | floor(H/2)",
        "floor(H/16)*64*floor(W/16) | 64*floor(H/16)*floor(W/16)",
        "5 - H | -H + 5",
        "-1 + H | H - 1",
        "1 + H*W + H*H | H*H + H*W + 1",
        "((H//2)//2)//2 | floor(H/8)",
        "(H + 3)//4 | floor((H - 1)/4) + 1",
        "ceil(H/2) | floor((H - 1)/2) + 1",
        "H % 32 | H - 32*floor(H/32)",
        "min(H, 5) | min(H, 5)",
        "min(5, H) | min(H, 5)",
        "max(H - 5, 0) | max(0, H - 5)",
        "H - max(H - 3, 0) | min(H, 3)",
        "min(2*H, 2*W) | min(2*H, 2*W)",
        "min(min(H, 5), 3) | min(H, 3)",
        "max(max(H - 2, 0) - 1, 0) | max(0, H - 3)",
        "max(2*max(H - 2, 0) - 1, 0) | max(0, 2*H - 5)",
        "max(max(5 - H, 0) - 2, 0) | max(-H + 3, 0)",
        "min(max(H - W, 0) + 1, 0) | 0",
        "min(3*min(H, W) - 3*W - 1, 0) | min(3*H - 3*W - 1, -1)",
        "scale(2.0, H) | 2*H",
        "scale(1.5, H) | H + floor(H/2)",
        "scale(1.3, H) | scale(1.3, H)",
        "floor(H*W/W) | H",
        "floor(N/(H*W)) | floor(N/(H*W))",
        "floor(N/H) | floor(N/H)",
        "floor(3*N*H*W/(12*N)) | floor(H*W/4)",
        "zeta*N*alpha*H | N*H*alpha*zeta",
        "? + 1 | ?",
        "0*H | 0",
        "-(-H) | H",
      })
  void printsAsReadersExpect(String text, String expected) {
    assertEquals(expected, Dim.parse(text).toString());
    assertEquals(Dim.parse(text), Dim.parse(expected));
  }

  @Test
  void agreesWithBigIntegersOnRandomExpressions() {
    RandomDims dims = new RandomDims(11, "H", "W", "N");
    for (int i = 0; i < 20_000; i++) {
      RandomDims.Sample sample;
      try {
        sample = dims.next(4);
      } catch (ArithmeticException tooLarge) {
        continue;
      }
      String text = sample.dim().toString();
      assertEquals(sample.dim(), Dim.parse(text), text);
      assertEquals(sample.dim().hashCode(), Dim.parse(text).hashCode());
      for (int j = 0; j < 5; j++) {
        Map<String, Long> at = dims.sizes(50);
        assertEquals(sample.value().apply(at), BigInteger.valueOf(sample.dim().at(at)), text);
      }
    }
  }

  @Test
  void substitutionIsEvaluationInTwoSteps() {
    RandomDims dims = new RandomDims(12, "H", "W");
    for (int i = 0; i < 5_000; i++) {
      Dim outer = dims.next(3).dim();
      Dim inner = dims.next(2).dim();
      Map<String, Long> at = dims.sizes(30);
      long direct = outer.at(Map.of("H", inner.at(at), "W", at.get("W")));
      assertEquals(direct, outer.with(Map.of("H", inner)).at(at), () -> outer + " with " + inner);
    }
  }

  @Test
  void constantsAgreeWithBigIntegersOrThrow() {
    Random random = new Random(13);
    for (int i = 0; i < 200_000; i++) {
      long a = wide(random);
      long b = wide(random);
      check(a, b, (x, y) -> Dim.of(x).plus(Dim.of(y)).value(), big(a).add(big(b)));
      check(a, b, (x, y) -> Dim.of(x).minus(Dim.of(y)).value(), big(a).subtract(big(b)));
      check(a, b, (x, y) -> Dim.of(x).minus(y).value(), big(a).subtract(big(b)));
      check(a, b, (x, y) -> Dim.of(x).times(Dim.of(y)).value(), big(a).multiply(big(b)));
      if (b != 0) {
        check(a, b, (x, y) -> Dim.of(x).floorDiv(y).value(), RandomDims.floor(big(a), big(b)));
        check(
            a,
            b,
            (x, y) -> Dim.of(x).ceilDiv(y).value(),
            RandomDims.floor(big(a).negate(), big(b)).negate());
      }
    }
  }

  private static void check(long a, long b, LongBinaryOperator operator, BigInteger expected) {
    if (expected.bitLength() < 64) {
      assertEquals(expected.longValueExact(), operator.applyAsLong(a, b), a + ", " + b);
    } else {
      assertThrows(ArithmeticException.class, () -> operator.applyAsLong(a, b), a + ", " + b);
    }
  }

  private static long wide(Random random) {
    long edge = random.nextInt(4) == 0 ? Long.MIN_VALUE + random.nextInt(3) : random.nextLong();
    return random.nextInt(8) == 0 ? Long.MAX_VALUE - random.nextInt(3) : edge >> random.nextInt(64);
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  @Test
  void nestedFloorsMerge() {
    Dim size = H;
    for (int i = 0; i < 5; i++) {
      size = size.plus(2).minus(3).floorDiv(2).plus(1); // conv k=3 s=2 p=1
    }
    assertEquals("floor((H - 1)/32) + 1", size.toString());
    Random random = new Random(14);
    for (int i = 0; i < 2_000; i++) {
      long a = random.nextInt(9) + 1;
      long b = random.nextInt(9) + 1;
      long c = random.nextInt(41) - 20;
      Dim nested = H.plus(random.nextInt(9)).floorDiv(a).plus(c).floorDiv(b);
      assertTrue(
          nested.isConstant() || nested.toString().split("floor", -1).length <= 2,
          nested.toString());
    }
  }

  @Test
  void exactDivision() {
    assertEquals(Optional.of(Dim.of(100)), N.times(2000).dividedBy(N.times(20)));
    assertEquals(Optional.of(N), N.times(H).times(W).dividedBy(W.times(H)));
    assertEquals(Optional.empty(), N.times(2000).dividedBy(Dim.of(320)));
    assertEquals(Optional.empty(), N.dividedBy(Dim.of(0)));
    assertEquals(Optional.of(H.plus(1)), H.times(H).plus(H.times(2)).plus(1).dividedBy(H.plus(1)));
    RandomDims dims = new RandomDims(15, "H", "W", "N");
    for (int i = 0; i < 5_000; i++) {
      Dim a = dims.next(2).dim();
      Dim b = dims.next(2).dim();
      if (!b.equals(Dim.of(0))) {
        assertEquals(Optional.of(a), a.times(b).dividedBy(b), () -> a + " | " + b);
      }
    }
  }

  @Test
  void scalesLikeDoubles() {
    assertEquals(229, Dim.of(100).scale(2.3).value());
    Random random = new Random(16);
    for (int i = 0; i < 100_000; i++) {
      double factor = random.nextBoolean() ? random.nextInt(64) / 8.0 : random.nextInt(60) / 10.0;
      long size = random.nextInt(100_000);
      long expected = (long) Math.floor(size * factor);
      assertEquals(expected, Dim.of(size).scale(factor).value());
      assertEquals(expected, H.scale(factor).at(Map.of("H", size)));
    }
    assertThrows(ArithmeticException.class, () -> H.scale(Double.NaN));
  }

  @Test
  void unknownAbsorbs() {
    Dim unknown = Dim.unknown();
    assertFalse(unknown.isKnown());
    for (Dim dim : new Dim[] {Dim.of(3), H, unknown}) {
      assertSame(unknown, dim.plus(unknown));
      assertSame(unknown, unknown.minus(dim));
      assertSame(unknown, dim.times(unknown));
      assertSame(unknown, unknown.times(dim));
      assertSame(unknown, dim.min(unknown));
      assertSame(unknown, unknown.max(dim));
      assertSame(unknown, dim.floorDiv(unknown));
      assertSame(unknown, unknown.ceilDiv(4));
      assertSame(unknown, unknown.mod(dim));
      assertSame(unknown, unknown.scale(1.3));
    }
    assertThrows(IllegalStateException.class, () -> unknown.at(Map.of()));
  }

  @Test
  void constantsBecomeConstants() {
    assertSame(Dim.of(7), H.plus(7).minus(H));
    assertEquals(Dim.of(0), H.minus(H));
    assertEquals(Dim.of(1), H.plus(3).min(H).minus(H).plus(1));
    assertThrows(IllegalStateException.class, H::value);
  }

  @Test
  void refusesNonsenseAndRunaways() {
    for (String text :
        new String[] {
          "", "H +", "floor(H/2", "2H", "foo(H)", "H)", "1.5", "(".repeat(100_000), "H ** 2", "a b"
        }) {
      assertThrows(IllegalArgumentException.class, () -> Dim.parse(text), text);
    }
    assertThrows(IllegalArgumentException.class, () -> Dim.symbol("2x"));
    assertThrows(ArithmeticException.class, () -> H.floorDiv(0));
    assertThrows(ArithmeticException.class, () -> H.times(Long.MAX_VALUE).times(3));
    Dim doubling = H;
    assertThrows(ArithmeticException.class, () -> runAway(doubling));
  }

  private static void runAway(Dim start) {
    Dim size = start;
    for (int i = 0; i < 100; i++) {
      size = size.min(size.floorDiv(W).plus(1));
    }
  }

  @Test
  void symbolsInReadingOrder() {
    assertEquals("[N, H, W, b]", Dim.parse("b*floor(W/2) + min(H, N)").symbols().toString());
    assertEquals("[]", Dim.of(2).symbols().toString());
    assertThrows(IllegalArgumentException.class, () -> H.at(Map.of("W", 1L)));
  }
}
