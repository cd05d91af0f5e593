package io.github.shapecheck.processor.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sizes up to 2^62: a window's output is exact or an error, never a wrapped number. */
class LongArithmeticTest {
  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger TWO = BigInteger.TWO;
  private static final int CASES = 3_000;

  private final Random random = new Random(62);
  private int exact;

  @Test
  void convolutionsAgreeWithBigIntegers() {
    for (int i = 0; i < CASES; i++) {
      long size = size(62);
      long kernel = size(random.nextInt(62) + 1);
      long stride = size(random.nextInt(62) + 1);
      long padding = size(random.nextInt(62) + 1) - 1;
      long dilation = size(random.nextInt(20) + 1);
      BigInteger extent = big(dilation).multiply(big(kernel).subtract(ONE)).add(ONE);
      BigInteger room = big(size).add(big(padding).multiply(TWO)).subtract(extent);
      String expected =
          room.signum() < 0
              ? "kernel-too-big"
              : "[N, 1, " + room.divide(big(stride)).add(ONE) + "]";
      String numbers = kernel + ", " + stride + ", " + padding + ", " + dilation;
      check("[N, 1, " + size + "]", "nn.Conv1d(1, 1, " + numbers + ", bias=False)(x)", expected);
    }
    assertTrue(exact > CASES / 4, () -> "only " + exact + " exact");
  }

  @Test
  void poolsAndTransposedConvolutionsAgreeWithBigIntegers() {
    for (int i = 0; i < CASES; i++) {
      long size = size(62);
      long kernel = size(random.nextInt(62) + 1);
      long stride = size(random.nextInt(62) + 1);
      BigInteger room = big(size).subtract(big(kernel));
      String pooled =
          room.signum() < 0
              ? "output-too-small"
              : "[N, 1, " + room.divide(big(stride)).add(ONE) + "]";
      check("[N, 1, " + size + "]", "F.max_pool1d(x, " + kernel + ", " + stride + ")", pooled);
      BigInteger grown = big(size).subtract(ONE).multiply(big(stride)).add(big(kernel));
      String layer = "nn.ConvTranspose1d(1, 1, " + kernel + ", " + stride + ")(x)";
      check("[N, 1, " + size + "]", layer, "[N, 1, " + grown + "]");
    }
    assertTrue(exact > CASES / 2, () -> "only " + exact + " exact");
  }

  private void check(String shape, String expression, String expected) {
    String actual = new RuleRow("long", "x" + shape, expression, expected).actual();
    if (!actual.equals("size-overflow")) {
      assertEquals(expected, actual, () -> expression + " of " + shape);
      exact++;
    }
  }

  /** A size of up to so many bits, at least 1. */
  private long size(int bits) {
    return 1 + (random.nextLong() >>> (64 - bits));
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
