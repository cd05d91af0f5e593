package io.github.shapecheck.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The class that a model gets: how it reads, that it compiles, and what it reports. */
class GeneratedClassTest {
  private static final String CONV_NET =
      """
      package com.acme;
      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;
      @Input({1, 28, 28})
      @Forward({"conv1", "relu", "pool", "conv2", "relu", "flatten", "fc1", "relu", "fc2"})
      %sclass ConvNet {
        @Conv2d(in = 1, out = 10, k = 5) Object conv1;
        @MaxPool2d(k = 2, s = 2) Object pool;
        @Conv2d(in = 10, out = 20, k = 3) Object conv2;
        @Flatten Object flatten;
        @Linear(in = 20 * 10 * 10, out = 500) Object fc1;
        @Linear(in = 500, out = %d) Object fc2;
      }
      """;

  private static Compilation compile(String path, String text, String... options) {
    Sources sources = Sources.of(path, text);
    return Compiler.JAVAC.compile(Job.of(sources).withOptions(options));
  }

  private static Compilation convNet(String modifiers, int classes, String... options) {
    return compile("com/acme/ConvNet.java", CONV_NET.formatted(modifiers, classes), options);
  }

  private static ShapeReport report(Compilation compilation, String name) throws Exception {
    var method = compilation.loader().loadClass(name).getDeclaredMethod("report");
    method.setAccessible(true);
    return (ShapeReport) method.invoke(null);
  }

  @Test
  void readsWell() throws IOException {
    golden(
        "ConvNetShapeReport.txt", convNet("public ", 10).text("com/acme/ConvNetShapeReport.java"));
  }

  @Test
  void reportsTheStepsOfTheTutorial() throws Exception {
    Compilation compilation = convNet("public ", 10);
    assertEquals(List.of(), compilation.messages());
    ShapeReport report = report(compilation, "com.acme.ConvNetShapeReport");
    assertEquals(Shape.parse("[N, 10, 24, 24]"), report.layer("conv1").output());
    assertEquals(Dim.of(1_007_590), report.totals().params());
    assertEquals(Dim.of(1_329_000), report.totals().macs());
    assertEquals(List.of("1..", "1", "28..29", "28..29"), report.input("x").accepts());
    Class<?> type = compilation.loader().loadClass("com.acme.ConvNetShapeReport");
    assertEquals(10, type.getField("OUTPUT_SIZE").getInt(null));
    assertEquals(784, type.getField("INPUT_SIZE").getInt(null));
  }

  @Test
  void saysThatNobodyWroteItWhereItsModuleKnowsTheAnnotation() {
    for (String requires : List.of("", "requires java.compiler;")) {
      Sources sources =
          Sources.of("module-info.java", "module acme { " + requires + " }")
              .and(Sources.of("com/acme/ConvNet.java", CONV_NET.formatted("public ", 10)));
      Job job = Job.of(sources).withOptions("--add-reads", "acme=ALL-UNNAMED");
      Compilation compilation = Compiler.JAVAC.compile(job);
      assertEquals(List.of(), compilation.messages());
      String source = compilation.text("com/acme/ConvNetShapeReport.java");
      assertEquals(!requires.isEmpty(), source.contains("@Generated"), source);
    }
  }

  @Test
  void aReportAmongTheSourcesIsToldOnce() {
    Sources sources =
        Sources.of("com/acme/ConvNet.java", CONV_NET.formatted("public ", 10))
            .and(
                Sources.of(
                    "com/acme/ConvNetShapeReport.java",
                    "package com.acme; class ConvNetShapeReport {}"));
    Compilation compilation = Compiler.JAVAC.compile(Job.of(sources));
    assertEquals(1, compilation.messages().size(), () -> compilation.messages().toString());
    assertTrue(
        compilation
            .errors()
            .get(0)
            .text()
            .startsWith(
                "[report] the report cannot be written: ConvNetShapeReport is a class of yours"),
        () -> compilation.messages().toString());
  }

  @Test
  void isSeenByThoseWhoSeeTheModel() throws Exception {
    String name = "com.acme.ConvNetShapeReport";
    Class<?> open = convNet("public ", 10).loader().loadClass(name);
    assertTrue(Modifier.isPublic(open.getModifiers()));
    Class<?> hidden = convNet("", 10).loader().loadClass(name);
    assertFalse(Modifier.isPublic(hidden.getModifiers()));
    String nested =
        """
        public class Outer {
          static class Hidden { @io.github.shapecheck.Input({7})
            public static class Net { @io.github.shapecheck.nn.ReLU Object act; } }
        }
        """;
    Class<?> inside =
        compile("Outer.java", nested).loader().loadClass("Outer_Hidden_NetShapeReport");
    assertFalse(Modifier.isPublic(inside.getModifiers()));
  }

  @Test
  void aModelWithErrorsGetsOneToo() {
    Compilation compilation = convNet("public ", -3);
    assertFalse(compilation.errors().isEmpty());
    assertTrue(
        compilation.text("com/acme/ConvNetShapeReport.java").contains("OUTPUT_SIZE")
            || compilation.text("com/acme/ConvNetShapeReport.java").contains("report()"));
  }

  @Test
  void constantsAreArraySizes() throws Exception {
    Sources user =
        Sources.of(
            "com/acme/User.java",
            """
            package com.acme;
            class User {
              static final float[] OUT = new float[ConvNetShapeReport.OUTPUT_SIZE];
              static String of(int n) {
                return switch (n) { case ConvNetShapeReport.INPUT_SIZE -> "in"; default -> "other"; };
              }
            }
            """);
    Sources all = Sources.of("com/acme/ConvNet.java", CONV_NET.formatted("", 10)).and(user);
    assertEquals(List.of(), Compiler.JAVAC.compile(Job.of(all)).messages());
  }

  @Test
  void thePageIsWrittenBesideTheClasses() {
    assertTrue(
        convNet("", 10, "-Ashapecheck.html=true")
            .text("com/acme/ConvNet.html")
            .contains("</html>"));
    assertEquals("", convNet("", 10).text("com/acme/ConvNet.html"));
  }

  @Test
  void withoutReportsModelsAreCheckedOnly() {
    Compilation compilation = convNet("", 10, "-Ashapecheck.report=false");
    assertEquals(List.of(), compilation.messages());
    assertEquals("", compilation.text("com/acme/ConvNetShapeReport.java"));
    assertFalse(convNet("", -3, "-Ashapecheck.report=false").errors().isEmpty());
  }

  @Test
  void fiveThousandStepsCompile() throws Exception {
    StringBuilder forward = new StringBuilder("x = conv0(x)\n");
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 2_500; i++) {
      forward.append("x = relu(conv").append(i).append("(x))\n");
      fields.append("@Conv2d(in = 3, out = 3, k = 3, p = 1) Object conv").append(i).append(";\n");
    }
    String text =
        "import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n@Input({3, 20, 24})\n"
            + "@Forward(\"\"\"\n"
            + forward
            + "\"\"\")\nclass Long {\n"
            + fields
            + "}\n";
    Compilation compilation = compile("Long.java", text);
    assertEquals(List.of(), compilation.errors());
    assertEquals(5_001, report(compilation, "LongShapeReport").steps().size());
  }

  /** Compares with a file under {@code expected}; {@code -Dgolden=rewrite} rewrites it. */
  private static void golden(String name, String actual) throws IOException {
    Path here = Path.of("src/test/resources/expected");
    Path folder = Files.isDirectory(here) ? here : Path.of("processor").resolve(here);
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.write(folder.resolve(name), actual.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(Files.readString(folder.resolve(name)), actual);
  }
}
