package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.Random;

/** Seeded random conditions on some free sizes. */
final class RandomConditions {
  private final Random random;
  private final String[] symbols;

  RandomConditions(long seed, String... symbols) {
    this.random = new Random(seed);
    this.symbols = symbols;
  }

  Random random() {
    return random;
  }

  Condition condition(int depth) {
    if (depth == 0) {
      Relation relation = Relation.values()[random.nextInt(6)];
      Dim left = dim(2);
      Dim right = random.nextInt(4) == 0 ? left.floorDiv(2).times(2) : dim(1);
      return Condition.of(left, relation, right);
    }
    Condition a = condition(depth - 1);
    Condition b = condition(depth - 1);
    return random.nextBoolean() ? a.and(b) : a.or(b);
  }

  /** A comparison of a size that is divided by another. */
  Condition quotient() {
    Dim divisor = dim(1);
    Dim dividend = dim(2);
    Relation relation = Relation.values()[random.nextInt(6)];
    return divisor.equals(Dim.of(0))
        ? quotient()
        : Condition.of(dividend.floorDiv(divisor).plus(dim(1)), relation, dim(1));
  }

  private Dim dim(int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return random.nextInt(3) == 0
          ? Dim.of(random.nextInt(21) - 8)
          : Dim.symbol(symbols[random.nextInt(symbols.length)]);
    }
    Dim a = dim(depth - 1);
    long b = random.nextInt(9) + 1;
    return switch (random.nextInt(9)) {
      case 0 -> a.floorDiv(b);
      case 1 -> a.ceilDiv(b);
      case 2 -> a.mod(b);
      case 3 -> a.times(b - 4);
      case 4 -> a.plus(dim(depth - 1));
      case 5 -> a.minus(dim(depth - 1));
      case 6 -> a.min(dim(depth - 1));
      case 7 -> a.max(dim(depth - 1));
      default -> a.times(dim(depth - 1));
    };
  }
}
