package io.github.shapecheck.example;

import io.github.shapecheck.report.ShapeReport;
import java.util.List;
import java.util.Map;

/** Prints the report of every network; the report classes were written by the compiler. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    List<ShapeReport> reports =
        List.of(
            ConvNetShapeReport.report(),
            LeNet5ShapeReport.report(),
            DcganGeneratorShapeReport.report(),
            AllConvolutionalShapeReport.report(),
            ResNet50ShapeReport.report(),
            MobileNetV2ShapeReport.report(),
            GoogLeNetShapeReport.report(),
            UNetShapeReport.report(),
            FeaturePyramidShapeReport.report(),
            MlpMixerShapeReport.report(),
            LstmClassifierShapeReport.report(),
            VaeShapeReport.report(),
            VitB16ShapeReport.report(),
            Gpt2ShapeReport.report());
    for (ShapeReport report : reports) {
      System.out.println(report);
    }
    System.out.println(AllConvolutionalShapeReport.report().at(Map.of("H", 32L, "W", 48L)));
  }
}
