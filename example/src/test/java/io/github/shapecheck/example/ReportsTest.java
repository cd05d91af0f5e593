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
}
