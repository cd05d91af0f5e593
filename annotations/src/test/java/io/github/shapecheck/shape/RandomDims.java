package io.github.shapecheck.shape;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Seeded random expressions, each with an evaluation of its own that shares nothing with Dim. */
final class RandomDims {
  /** An expression and what it should be worth. */
  record Sample(Dim dim, Function<Map<String, Long>, BigInteger> value) {}

  private final Random random;
  private final String[] symbols;

  RandomDims(long seed, String... symbols) {
    this.random = new Random(seed);
    this.symbols = symbols;
  }

  Random random() {
    return random;
  }

  Map<String, Long> sizes(int bound) {
    Map<String, Long> sizes = new HashMap<>();
    for (String symbol : symbols) {
      sizes.put(symbol, (long) random.nextInt(bound));
    }
    return sizes;
  }

  Sample next(int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      if (random.nextInt(3) == 0) {
        long constant = random.nextInt(21) - 8;
        return new Sample(Dim.of(constant), at -> BigInteger.valueOf(constant));
      }
      String name = symbols[random.nextInt(symbols.length)];
      return new Sample(Dim.symbol(name), at -> BigInteger.valueOf(at.get(name)));
    }
    Sample a = next(depth - 1);
    long b = random.nextInt(9) + 1;
    BigInteger big = BigInteger.valueOf(b);
    switch (random.nextInt(9)) {
      case 0:
        return new Sample(a.dim.floorDiv(b), at -> floor(a.value.apply(at), big));
      case 1:
        return new Sample(a.dim.ceilDiv(b), at -> floor(a.value.apply(at).negate(), big).negate());
      case 2:
        return new Sample(a.dim.mod(b), at -> a.value.apply(at).mod(big));
      case 3:
        return new Sample(
            a.dim.times(b - 4), at -> a.value.apply(at).multiply(BigInteger.valueOf(b - 4)));
      default:
        return combine(a, next(depth - 1));
    }
  }

  private Sample combine(Sample a, Sample b) {
    switch (random.nextInt(5)) {
      case 0:
        return new Sample(a.dim.plus(b.dim), at -> a.value.apply(at).add(b.value.apply(at)));
      case 1:
        return new Sample(a.dim.minus(b.dim), at -> a.value.apply(at).subtract(b.value.apply(at)));
      case 2:
        return new Sample(a.dim.min(b.dim), at -> a.value.apply(at).min(b.value.apply(at)));
      case 3:
        return new Sample(a.dim.max(b.dim), at -> a.value.apply(at).max(b.value.apply(at)));
      default:
        return new Sample(a.dim.times(b.dim), at -> a.value.apply(at).multiply(b.value.apply(at)));
    }
  }

  static BigInteger floor(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    return parts[1].signum() * b.signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
