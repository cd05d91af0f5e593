package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MemoryTest {
  @Test
  void aChainHoldsTwoNeighboursAndTheInput() {
    ReportBuilder r = new ReportBuilder("Chain");
    r.input("x", "[N, 7]");
    r.step("a", "Linear").from("x").output("[N, 100]").weight("weight", "[100, 7]");
    r.step("b", "relu").from("a").output("[N, 100]");
    r.step("c", "Linear").from("b").output("[N, 30]").weight("weight", "[30, 100]");
    r.output("[N, 30]", "c");
    Memory memory = r.build().memory(3);
    assertEquals(4 * 3700, memory.weights());
    assertEquals(4 * 3 * 237, memory.forward());
    assertEquals(4 * 3 * 467, memory.training());
    assertEquals(4 * 3 * 207, memory.peak(), "x, a and b at once");
  }

  @Test
  void aSkipIsHeldUntilItIsAdded() {
    ReportBuilder r = new ReportBuilder("Skip");
    r.input("x", "[N, 7]");
    r.step("a", "relu").from("x").output("[N, 50]");
    r.step("b", "relu").from("a").output("[N, 60]");
    r.step("c", "relu").from("b").output("[N, 50]");
    r.step("d", "add").from("c", "a").output("[N, 50]");
    r.output("[N, 50]", "d");
    assertEquals(4 * (7 + 50 + 60 + 50), r.build().memory(1).peak());
  }

  @Test
  void aViewKeepsWhatItShowsAndTakesNothing() {
    ReportBuilder r = new ReportBuilder("View");
    r.input("x", "[N, 7]");
    r.step("a", "relu").from("x").output("[N, 40]");
    r.step("v", "view").from("a").output("[N, 8, 5]").view();
    r.step("b", "relu").from("v").output("[N, 90]");
    r.step("c", "relu").from("b").output("[N, 90]");
    r.step("d", "mul").from("c", "v").output("[N, 3]");
    r.output("[N, 3]", "d");
    assertEquals(4 * (7 + 40 + 90 + 90), r.build().memory(1).peak());
  }

  @Test
  void otherFreeSizesNeedNumbersFirst() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Samples.free().memory(1));
    assertEquals("a<b>&\"c\"|`\u00f6\n: give numbers for H, W first", e.getMessage());
  }
}
