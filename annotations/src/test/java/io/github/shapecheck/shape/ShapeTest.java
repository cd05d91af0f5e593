package io.github.shapecheck.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void readsAndPrints() {
    for (String text : List.of("[N, 10, 24, 25]", "[]", "[N, floor((H - 1)/2) + 1]", "[?, 2]")) {
      assertEquals(text, Shape.parse(text).toString());
      assertEquals(Shape.parse(text), Shape.parse(text));
      assertEquals(Shape.parse(text).hashCode(), Shape.parse(text).hashCode());
    }
    assertThrows(IllegalArgumentException.class, () -> Shape.parse("[N, 1"));
    assertThrows(IllegalArgumentException.class, () -> Shape.parse("[N, ]"));
  }

  @Test
  void axesCountFromBothEnds() {
    Shape shape = Shape.parse("[N, 10, 24, 25]");
    assertEquals(4, shape.rank());
    assertEquals(Dim.of(25), shape.dim(-1));
    assertEquals(Dim.symbol("N"), shape.dim(0));
    assertThrows(IndexOutOfBoundsException.class, () -> shape.dim(4));
    assertThrows(IndexOutOfBoundsException.class, () -> shape.dim(-5));
    assertEquals("[N, 10, 24, 7]", shape.with(-1, Dim.of(7)).toString());
    assertEquals("[N, 10, 24, 25, 1]", shape.insert(-1, Dim.of(1)).toString());
    assertEquals("[1, N, 10, 24, 25]", shape.insert(0, Dim.of(1)).toString());
    assertEquals("[N, 10, 25]", shape.remove(-2).toString());
  }

  @Test
  void counts() {
    assertEquals("6000*N", Shape.parse("[N, 10, 24, 25]").numel().toString());
    assertEquals(Dim.of(1), Shape.scalar().numel());
    assertEquals(Dim.of(0), Shape.of(3, 0).numel());
    Dim[] many = new Dim[40];
    Arrays.setAll(many, i -> i % 2 == 0 ? Dim.of(i < 20 ? 2 : 1) : Dim.symbol("S" + i));
    assertEquals(Dim.of(1024), Shape.of(many).numel().with(ones(Shape.of(many))));
    assertThrows(ArithmeticException.class, () -> Shape.of(1L << 62, 4).numel());
  }

  private static Map<String, Dim> ones(Shape shape) {
    Map<String, Dim> ones = new HashMap<>();
    shape.numel().symbols().forEach(symbol -> ones.put(symbol, Dim.of(1)));
    return ones;
  }

  @Test
  void evaluatesAndSubstitutes() {
    Shape shape = Shape.parse("[N, floor(H/2)]");
    assertArrayEquals(new long[] {2, 4}, shape.at(Map.of("N", 2L, "H", 9L)));
    assertEquals("[N, 4]", shape.with(Map.of("H", Dim.of(9))).toString());
  }
}
