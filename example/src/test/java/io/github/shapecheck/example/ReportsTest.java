package io.github.shapecheck.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reports tell what the networks really do. */
class ReportsTest {

  @Test
  void convNetHasTheShapesAndParametersOfTheTutorial() {
    ShapeReport report = ConvNetShapeReport.report();
    List<Shape> outputs =
        List.of(
            report.layer("conv1").output(),
            report.layer("pool").output(),
            report.layer("conv2").output(),
            report.layer("fc1").output(),
            report.layer("fc2").output());
    assertEquals(
        "[[N, 10, 24, 24], [N, 10, 12, 12], [N, 20, 10, 10], [N, 500], [N, 10]]",
        outputs.toString());
    assertEquals(260 + 1_820 + 1_000_500 + 5_010, report.totals().params().value());
    assertEquals(1_007_590, report.totals().params().value());
  }

  @Test
  void leNetHasItsSixtyThousandParameters() {
    assertEquals(61_706, LeNet5ShapeReport.report().totals().params().value());
  }

  @Test
  void generatorPaintsInThreeChannels() {
    assertEquals(Shape.parse("[N, 3, 64, 64]"), DcganGeneratorShapeReport.report().output());
  }

  @Test
  void allConvolutionalNetTakesAnySize() {
    ShapeReport report = AllConvolutionalShapeReport.report();
    assertEquals("[N, 10]", report.output().toString());
    ShapeReport at = report.at(Map.of("H", 32L, "W", 48L));
    assertEquals("[N, 10, 8, 12]", at.layer("classes").output().toString());
  }

  @Test
  void totalsAreThePublishedOnes() {
    assertParams(25_557_032, ResNet50ShapeReport.report());
    assertParams(3_504_872, MobileNetV2ShapeReport.report());
    assertParams(6_624_904, GoogLeNetShapeReport.report());
    assertParams(652_824, VaeShapeReport.report());
    assertParams(86_567_656, VitB16ShapeReport.report());
    assertParams(18_528_264, MlpMixerShapeReport.report());
    assertParams(124_439_808, Gpt2ShapeReport.report());
  }

  @Test
  void multiplicationsAreThePublishedOnes() {
    assertMacs(4.09e9, ResNet50ShapeReport.report());
    assertMacs(300e6, MobileNetV2ShapeReport.report());
    assertMacs(1.5e9, GoogLeNetShapeReport.report());
    assertMacs(17.6e9, VitB16ShapeReport.report());
  }

  @Test
  void featurePyramidHasAsManyLevelsAsItsFlagSays() {
    assertEquals(
        "[[N, 64, 24, 40], [N, 64, 12, 20], [N, 64, 6, 10], [N, 64, 3, 5]]",
        FeaturePyramidShapeReport.report().outputs().toString());
  }

  @Test
  void uNetGivesEveryPixelItsClasses() {
    ShapeReport report = UNetShapeReport.report();
    assertEquals("[N, 2, H, W]", report.output().toString());
    assertEquals("[N, 2, 32, 48]", report.at(Map.of("H", 32L, "W", 48L)).output().toString());
    assertParams(31_037_698, report);
  }

  private static void assertParams(long published, ShapeReport report) {
    assertEquals(published, report.totals().params().value());
  }

  /** Published numbers are rounded: to within one in a hundred. */
  private static void assertMacs(double published, ShapeReport report) {
    assertEquals(published, (double) report.totals().macs().value(), published / 100);
  }
}
