package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Condition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Knots in free sizes, held against runs with numbers. */
class KnotsTest {
  @TestFactory
  Stream<DynamicTest> knots() throws IOException {
    try (InputStream in = KnotsTest.class.getResourceAsStream("/knots.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Knot.all(text).stream()
          .map(knot -> DynamicTest.dynamicTest(knot.name(), () -> check(knot)));
    }
  }

  private static void check(Knot knot) {
    assertEquals(knot.where(), knot.asked());
    assertEquals(List.of(), knot.errors(knot.model(knot.where())));
    Condition where = knot.where().isEmpty() ? Condition.always() : Condition.parse(knot.where());
    Trace formulas = Interpreter.run(knot.model(knot.where()));
    for (Map<String, Long> sizes : sizes(new ArrayList<>(knot.symbols()))) {
      String actual = knot.at(sizes);
      if (!Knot.holds(where, sizes)) {
        if (!knot.enough() && !actual.equals("error")) {
          fail("left out by " + where + ": " + sizes);
        }
      } else if (!knot.formulas(formulas, sizes).equals(actual)) {
        fail(sizes + ": " + knot.formulas(formulas, sizes) + ", but " + actual);
      }
    }
  }

  /** All combinations of small sizes. */
  private static List<Map<String, Long>> sizes(List<String> symbols) {
    long most = symbols.size() == 1 ? 300 : symbols.size() == 2 ? 48 : 13;
    List<Map<String, Long>> all = List.of(Map.of());
    for (String symbol : symbols) {
      List<Map<String, Long>> more = new ArrayList<>();
      for (Map<String, Long> map : all) {
        for (long size = 1; size <= most; size++) {
          Map<String, Long> longer = new TreeMap<>(map);
          longer.put(symbol, size);
          more.add(longer);
        }
      }
      all = more;
    }
    return all;
  }
}
