package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The common members of two lists of ranges. */
final class Intersection {
  /** With fewer pairs nothing is gained by looking for those that can meet. */
  private static final int FEW = 1024;

  /** More ranges than this are no answer that anybody could use. */
  private static final int MOST = 1 << 11;

  /** And as many pairs are looked at for them. */
  private static final int MOST_PAIRS = 1 << 12;

  private Intersection() {}

  /** What each of one list has in common with each of the other. */
  static List<SizeRange> of(List<SizeRange> left, List<SizeRange> right) {
    List<SizeRange> common = new ArrayList<>();
    if ((long) left.size() * right.size() < FEW) {
      left.forEach(a -> right.forEach(b -> a.intersect(b).ifPresent(common::add)));
      return common;
    }
    Map<Long, List<SizeRange>> others =
        right.stream().collect(Collectors.groupingBy(SizeRange::step));
    left.stream()
        .collect(Collectors.groupingBy(SizeRange::step))
        .forEach((a, alike) -> others.forEach((b, far) -> common(alike, far, common)));
    return common;
  }

  /** Ranges of one step and of one other: where they meet they agree modulo what divides both. */
  private static void common(List<SizeRange> left, List<SizeRange> right, List<SizeRange> common) {
    long divisor = Division.gcd(left.get(0).step(), right.get(0).step());
    Map<Long, List<SizeRange>> byRemainder = new HashMap<>();
    for (SizeRange b : right) {
      byRemainder.computeIfAbsent(b.first() % divisor, key -> new ArrayList<>()).add(b);
    }
    int pairs = 0;
    for (SizeRange a : left) {
      pairs += byRemainder.getOrDefault(a.first() % divisor, List.of()).size();
      for (SizeRange b : byRemainder.getOrDefault(a.first() % divisor, List.of())) {
        a.intersect(b).ifPresent(common::add);
      }
      if (common.size() > MOST || pairs > MOST_PAIRS) {
        throw new ArithmeticException("it holds for too many ranges of sizes");
      }
    }
  }
}
