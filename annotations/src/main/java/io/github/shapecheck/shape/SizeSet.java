package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A set of sizes (whole numbers from 0 on) as a union of {@linkplain SizeRange ranges}, such as
 * {@code 28..29} or {@code 32../32}. Immutable. Sets whose ranges repeat within a few thousand are
 * kept in one form, so that the same sizes are equal and print the same; with longer periods only
 * the members are sure.
 */
public final class SizeSet {
  private static final SizeSet EMPTY = new SizeSet(List.of());

  private final List<SizeRange> ranges;

  private SizeSet(List<SizeRange> ranges) {
    this.ranges = ranges;
  }

  /** The members of all these ranges. */
  public static SizeSet of(List<SizeRange> ranges) {
    return ranges.isEmpty() ? EMPTY : new SizeSet(List.copyOf(RangeMerger.merge(ranges)));
  }

  /** One size. */
  public static SizeSet of(long size) {
    return between(size, size);
  }

  /** No size at all. */
  public static SizeSet empty() {
    return EMPTY;
  }

  /** All sizes from {@code first} to {@code last}. */
  public static SizeSet between(long first, long last) {
    return new SizeSet(List.of(new SizeRange(first, last, 1)));
  }

  /** All sizes from {@code first} on. */
  public static SizeSet from(long first) {
    return between(first, SizeRange.NO_END);
  }

  /** Every {@code step}-th size from {@code first} on. */
  public static SizeSet every(long first, long step) {
    return new SizeSet(List.of(new SizeRange(first, SizeRange.NO_END, step)));
  }

  /**
   * Reads what {@link #toString} prints.
   *
   * @throws IllegalArgumentException if the text is no such list
   */
  public static SizeSet parse(String text) {
    Scanner scanner = new Scanner(text);
    if (scanner.take("none")) {
      return EMPTY;
    }
    List<SizeRange> ranges = new ArrayList<>();
    do {
      long first = number(scanner);
      boolean range = scanner.take("..");
      String end = range ? scanner.number() : "";
      long last = !range ? first : end.isEmpty() ? SizeRange.NO_END : number(scanner, end);
      long step = range && scanner.take("/") ? number(scanner) : 1;
      ranges.add(new SizeRange(first, last, step));
    } while (scanner.take(","));
    if (!scanner.atEnd()) {
      throw scanner.error("unexpected text");
    }
    return of(ranges);
  }

  private static long number(Scanner scanner) {
    return number(scanner, scanner.number());
  }

  private static long number(Scanner scanner, String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw scanner.error("expected a size");
    }
  }

  /** The ranges whose union this is, by their first sizes, unmodifiable. */
  public List<SizeRange> ranges() {
    return ranges;
  }

  /** Whether {@code size} is a member. */
  public boolean contains(long size) {
    for (SizeRange range : ranges) {
      if (range.contains(size)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is no member. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** The smallest member that is not below {@code size}, if there is one. */
  public Optional<Long> next(long size) {
    return ranges.stream().flatMap(range -> range.next(size).stream()).min(Long::compare);
  }

  /** The largest member that is not above {@code size}, if there is one. */
  public Optional<Long> previous(long size) {
    return ranges.stream()
        .filter(range -> range.first() <= size)
        .map(range -> Math.min(range.last(), size - (size - range.first()) % range.step()))
        .max(Long::compare);
  }

  /** The smallest member, if there is one. */
  public Optional<Long> min() {
    return ranges.isEmpty() ? Optional.empty() : Optional.of(ranges.get(0).first());
  }

  /** The largest member, if there is one. */
  public Optional<Long> max() {
    long most = -1;
    for (SizeRange range : ranges) {
      most = Math.max(most, range.last());
    }
    return most < 0 || most == SizeRange.NO_END ? Optional.empty() : Optional.of(most);
  }

  /** The sizes in both; {@link ArithmeticException} if they are too many ranges to write down. */
  public SizeSet intersect(SizeSet other) {
    return of(Intersection.of(ranges, other.ranges));
  }

  /** The smallest size in both, if it is found in so many steps. */
  public Optional<Long> firstCommon(SizeSet other, int steps) {
    Optional<Long> size = next(0);
    for (int i = 0; i < steps && size.isPresent(); i++) {
      Optional<Long> there = other.next(size.get());
      if (there.isEmpty() || there.equals(size)) {
        return there;
      }
      size = next(there.get());
    }
    return Optional.empty();
  }

  /** The sizes in either. */
  public SizeSet union(SizeSet other) {
    List<SizeRange> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return of(all);
  }

  /**
   * The sizes in this but not in the other; of sets with periods beyond some thousands perhaps
   * fewer.
   */
  public SizeSet minus(SizeSet other) {
    return intersect(of(RangeMerger.complement(other.ranges)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SizeSet set && ranges.equals(set.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }

  /** The ranges joined by {@code ", "}; {@code none} for the empty set. */
  @Override
  public String toString() {
    if (ranges.isEmpty()) {
      return "none";
    }
    StringJoiner joiner = new StringJoiner(", ");
    ranges.forEach(range -> joiner.add(range.toString()));
    return joiner.toString();
  }
}
