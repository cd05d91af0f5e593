package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded choices for the generators. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** A number from {@code low} to {@code high}, both included. */
  long between(long low, long high) {
    return low + random.nextInt((int) (high - low + 1));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /**
   * {@code count} numbers from {@code low} to {@code high}, no two neighbours equal where possible.
   */
  List<Long> numbers(int count, long low, long high) {
    List<Long> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long next = between(low, high);
      if (i > 0 && next == drawn.get(i - 1) && high > low) {
        next = next == high ? low : next + 1;
      }
      drawn.add(next);
    }
    return drawn;
  }

  /** A member with one number for all axes or, mostly, one per axis. */
  List<Long> perAxis(int axes, long low, long high) {
    return numbers(chance(0.3) ? 1 : axes, low, high);
  }
}
