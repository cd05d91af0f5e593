package io.github.shapecheck.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeSetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "28..29 | 28..29",
        "28, 29, 30 | 28..30",
        "5.., 1..9 | 1..",
        "32../32 | 32../32",
        "2../2, 3../2 | 2..",
        "32../32, 28..29 | 28..29, 32../32",
        "4../4, 8../4 | 4../4",
        "1 | 1",
        "none | none",
        "3..99/4, 5..98/4 | 3..97/2, 99",
        "1, 3, 5, 7../2 | 1../2",
        "5, 9, 13, 17, 40 | 5..17/4, 40",
      })
  void readsAndPrints(String text, String expected) {
    assertEquals(expected, SizeSet.parse(text).toString());
    assertEquals(SizeSet.parse(expected), SizeSet.parse(text));
  }

  @Test
  void refusesNonsense() {
    for (String text : List.of("", "a", "3..1", "1..5/0", "1 2", "-3", "1..2..3")) {
      assertThrows(IllegalArgumentException.class, () -> SizeSet.parse(text), text);
    }
  }

  @Test
  void setAlgebraAgreesWithBruteForce() {
    Random random = new Random(31);
    for (int i = 0; i < 3_000; i++) {
      SizeSet a = random(random);
      SizeSet b = random(random);
      SizeSet both = a.intersect(b);
      SizeSet either = a.union(b);
      assertMembers(both, size -> a.contains(size) && b.contains(size), a + " & " + b);
      assertMembers(either, size -> a.contains(size) || b.contains(size), a + " | " + b);
      assertMembers(a.minus(b), size -> a.contains(size) && !b.contains(size), a + " - " + b);
      assertEquals(either, b.union(a));
      assertEquals(both, b.intersect(a));
      assertMembers(SizeSet.parse(a.toString()), a::contains, "parsed");
      assertEquals(
          a.previous(100),
          LongStream.rangeClosed(0, 100).boxed().filter(a::contains).max(Long::compare));
      assertEquals(
          a.next(100), LongStream.range(100, 2000).boxed().filter(a::contains).findFirst());
    }
  }

  private static void assertMembers(SizeSet set, LongPredicate expected, String from) {
    for (long size = 0; size < 500; size++) {
      if (set.contains(size) != expected.test(size)) {
        fail(from + ": " + set + " at " + size);
      }
    }
  }

  private static SizeSet random(Random random) {
    List<SizeRange> ranges = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      long first = random.nextInt(60);
      long last = random.nextBoolean() ? SizeRange.NO_END : first + random.nextInt(120);
      ranges.add(new SizeRange(first, last, random.nextInt(3) == 0 ? 1 : random.nextInt(8) + 1));
    }
    return SizeSet.of(ranges);
  }

  @Test
  void smallestAndLargest() {
    assertEquals(Optional.of(28L), SizeSet.parse("28..29, 40").min());
    assertEquals(Optional.of(40L), SizeSet.parse("28..29, 40").max());
    assertEquals(Optional.empty(), SizeSet.parse("28..").max());
    assertEquals(Optional.empty(), SizeSet.empty().min());
    assertFalse(SizeSet.from(1).contains(0));
  }
}
