package io.github.shapecheck.processor.value;

import io.github.shapecheck.shape.Dim;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the numbers that a tensor holds.
 *
 * @param smallest the smallest, which is among them
 * @param largest the largest, which is among them
 * @param different how many different ones there are
 */
public record Numbers(Dim smallest, Dim largest, Dim different) {
  /** The numbers from 0 on. */
  public static Numbers below(Dim count) {
    return new Numbers(Dim.of(0), count.minus(1), count);
  }

  /** The same, to each of which a number is added. */
  public Numbers plus(Dim number) {
    return new Numbers(smallest.plus(number), largest.plus(number), different);
  }

  /** What is known of numbers that are all plain; null for others. */
  public static @Nullable Numbers listed(Value data) {
    TreeSet<Long> numbers = new TreeSet<>();
    return collect(data, numbers) && !numbers.isEmpty()
        ? new Numbers(Dim.of(numbers.first()), Dim.of(numbers.last()), Dim.of(numbers.size()))
        : null;
  }

  private static boolean collect(Value data, Set<Long> numbers) {
    if (data instanceof Value.Sequence list) {
      return list.items().stream().allMatch(item -> collect(item, numbers));
    }
    Dim number = data.dim();
    boolean plain = number != null && number.isConstant();
    if (plain) {
      numbers.add(number.value());
    }
    return plain;
  }
}
