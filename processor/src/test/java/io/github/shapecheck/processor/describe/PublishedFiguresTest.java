package io.github.shapecheck.processor.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.ShapeReport;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Networks whose numbers are published; torchvision's model pages and Araujo et al., Distill 2019.
 */
class PublishedFiguresTest {
  private static ClassLoader loader;

  @BeforeAll
  static void compile() {
    Compilation compilation = Compiler.JAVAC.compile(Job.of(Sources.folder("published")));
    assertEquals(List.of(), compilation.errors());
    loader = compilation.loader();
  }

  private static ShapeReport report(String model) throws Exception {
    var method = loader.loadClass("published." + model + "ShapeReport").getDeclaredMethod("report");
    method.setAccessible(true);
    return (ShapeReport) method.invoke(null);
  }

  private static void check(String model, long params, long macs) throws Exception {
    ShapeReport report = report(model);
    assertEquals(params, report.totals().params().value(), model);
    assertEquals(macs, report.totals().macs().value(), model);
  }

  private static String field(String model, String step) throws Exception {
    ReceptiveField field = report(model).layer(step).field().orElseThrow();
    return field.size() + " jump " + field.jump();
  }

  @Test
  void parametersAndMacs() throws Exception {
    check("AlexNet", 61_100_840, 714_188_480);
    check("Vgg16", 138_357_544, 15_470_264_320L);
    check("ResNet50", 25_557_032, 4_089_184_256L);
    check("MobileNetV2", 3_504_872, 300_774_272);
    check("VitB16", 86_567_656, 17_563_828_224L);
  }

  @Test
  void receptiveFields() throws Exception {
    assertEquals("[195, 195] jump [32, 32]", field("AlexNet", "pool5"));
    assertEquals("[212, 212] jump [32, 32]", field("Vgg16", "pool5"));
    assertEquals("[427, 427] jump [32, 32]", field("ResNet50", "layer4.1.conv3"));
    assertEquals("[491, 491] jump [32, 32]", field("MobileNetV2", "head"));
  }
}
