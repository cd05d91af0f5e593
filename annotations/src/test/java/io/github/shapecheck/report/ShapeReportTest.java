package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ShapeReportTest {
  private final ShapeReport report = Samples.convNet();

  @Test
  void layersAreFoundByNameAndByField() {
    assertEquals(Shape.parse("[N, 10, 24, 24]"), report.layer("conv1").output());
    assertEquals(Shape.of(10, 1, 5, 5), report.layer("conv1").weight("weight"));
    assertEquals("MaxPool2d", report.layer("pool").op());
    Exception none = assertThrows(NoSuchElementException.class, () -> report.layer("conv9"));
    assertEquals(
        "no step or layer conv9 among conv1, relu, pool, conv2, flatten, fc1, fc2",
        none.getMessage());
  }

  @Test
  void aSubmoduleIsOneLayer() {
    ReportBuilder r = new ReportBuilder("UNet");
    r.input("x", "[N, 3]");
    r.step("stem", "Linear").layer("stem").from("x").output("[N, 5]").macs("15");
    r.step("fc", "Linear")
        .layer("down1.fc")
        .scope("down1")
        .from("stem")
        .output("[N, 7]")
        .macs("35")
        .weight("weight", "[7, 5]")
        .buffer("mask", "[2]");
    r.step("cat", "cat").scope("down1").from("fc", "x").output("[N, 10]");
    r.step("fc_1", "Linear")
        .layer("down1.fc")
        .scope("down1")
        .from("cat")
        .output("[N, 9]")
        .macs("35")
        .weight("weight", "[7, 5]")
        .buffer("mask", "[2]");
    r.step("far", "relu").scope("down11").from("fc_1").output("[N, 9]");
    Step group = r.build().layer("down1");
    assertEquals(List.of("stem", "x"), group.from());
    assertEquals(Shape.parse("[N, 9]"), group.output());
    assertEquals(Shape.of(7, 5), group.weight("fc.weight"));
    assertEquals(Dim.of(35), group.params());
    assertEquals(Dim.of(70), group.macs());
    assertThrows(NoSuchElementException.class, () -> r.build().layer("down"));
  }

  @Test
  void totalsCountEveryDeclaredLayerOnce() {
    assertEquals(Dim.of(1_007_590), report.totals().params());
    assertEquals(Dim.of(1_329_000), report.totals().macs());
    ReportBuilder r = new ReportBuilder("Shared");
    r.input("x", "[N, 7]");
    r.step("a", "Linear").layer("fc").from("x").output("[N, 7]").weight("weight", "[7, 7]");
    r.step("b", "Linear").layer("fc").from("a").output("[N, 7]").weight("weight", "[7, 7]");
    r.unused("spare", "BatchNorm1d").weight("weight", "[5]").buffer("running_mean", "[5]");
    Totals totals = r.build().totals();
    assertEquals(Dim.of(54), totals.params());
    assertEquals(Dim.of(5), totals.buffers());
    assertEquals(2, r.build().uses("fc").size());
  }

  @Test
  void formulasAndArithmeticAreAskedAgainWithNumbers() {
    ShapeReport at = Samples.free().at(Map.of("H", 64L, "W", 96L, "N", 5L));
    assertEquals(Shape.of(5, 8, 32, 48), at.layer("stem.conv").output());
    assertEquals(
        "floor((64 + 2*1 - 1*(3-1) - 1) / 2) + 1 = 32",
        at.layer("stem.conv").derivation().get(0).toString());
  }

  @Test
  void numbersForSizesThatAreNoneAreRefused() {
    Exception none =
        assertThrows(IllegalArgumentException.class, () -> report.at(Map.of("H", 64L)));
    assertEquals("com.acme.ConvNet: no free size H among N", none.getMessage());
  }

  @Test
  void sizesThatTheModelDoesNotAdmitAreRefused() {
    Exception at =
        assertThrows(IllegalArgumentException.class, () -> Samples.free().at(Map.of("W", 65L)));
    assertEquals(
        "a<b>&\"c\"|`\u00f6\n: axis 3 of input x is 65; it may be 32../32", at.getMessage());
    Exception run =
        assertThrows(
            IllegalArgumentException.class, () -> Samples.free().require("x", 2, 3, 64, 90));
    assertTrue(run.getMessage().endsWith("axis 3 of input x is 90; it may be 32../32"));
  }

  @Test
  void runTimeShapesBindFreeSizes() {
    assertEquals(Map.of("N", 3L), report.require("x", 3, 1, 28, 28));
    assertEquals(Map.of("N", 2L, "H", 64L, "W", 96L), Samples.free().require("x", 2, 3, 64, 96));
  }

  @Test
  void aRunTimeShapeThatDoesNotFitIsRefusedWithTheReason() {
    Exception axis =
        assertThrows(IllegalArgumentException.class, () -> report.require("x", 3, 1, 30, 28));
    assertEquals(
        "x is [3, 1, 30, 28], but com.acme.ConvNet takes [N, 1, 28, 28]: axis 2 is 30 instead of 28"
            + " (the layers admit 28..29)",
        axis.getMessage());
    Exception rank =
        assertThrows(IllegalArgumentException.class, () -> report.require("x", 3, 28, 28));
    assertEquals(
        "x is [3, 28, 28], but com.acme.ConvNet takes [N, 1, 28, 28]: it has 3 axes instead of 4",
        rank.getMessage());
    Exception pool =
        assertThrows(IllegalArgumentException.class, () -> report.require("pool", 3, 10, 12, 11));
    assertEquals(
        """
        pool is [3, 10, 12, 11], but com.acme.ConvNet gives [N, 10, 12, 12]: axis 3 is 11 instead of 12
            conv1  [N, 10, 24, 24]  floor((28 + 2*0 - 1*(5-1) - 1) / 1) + 1 = 24
            relu  [N, 10, 24, 24]
            pool  [N, 10, 12, 12]  floor((24 + 2*0 - 1*(2-1) - 1) / 2) + 1 = 12\
        """,
        pool.getMessage());
  }
}
