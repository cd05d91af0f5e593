package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.shapecheck.djl.libtorch.Numbers;
import io.github.shapecheck.djl.operation.Invocation;
import io.github.shapecheck.report.ShapeReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation that runs gives PyTorch's values; {@code src/test/python/record.py} recorded
 * them.
 */
class OperationsTest {
  private static final Pattern INPUT = Pattern.compile("(\\w+)\\[([^\\]]*)\\](!)?(?::(\\d+))?");
  private static final double TOLERANCE = 1e-4;

  /** One line of operations.txt with its values. */
  record Case(String line, String recorded, String gradient) {
    List<Matcher> inputs() {
      List<Matcher> inputs = new ArrayList<>();
      Matcher matcher = INPUT.matcher(line.split(" \\| ")[0]);
      int start = 0;
      while (matcher.find(start)) {
        Matcher one = INPUT.matcher(matcher.group());
        if (!one.matches()) {
          throw new IllegalArgumentException(line);
        }
        inputs.add(one);
        start = matcher.end();
      }
      return inputs;
    }

    String source(String name) {
      StringBuilder text =
          new StringBuilder("import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n");
      for (Matcher input : inputs()) {
        String shape = input.group(2);
        boolean batched = input.group(3) == null;
        int comma = batched ? shape.indexOf(',') : -2;
        text.append("@Input(name = \"").append(input.group(1)).append("\", value = {");
        text.append(comma == -1 ? "" : shape.substring(Math.max(0, comma + 1))).append('}');
        text.append(batched ? "" : ", batchAxis = -1");
        text.append(input.group(4) == null ? "" : ", dtype = long.class").append(")\n");
      }
      String[] parts = line.split(" \\| ");
      text.append("@SuppressWarnings(\"shapecheck\")\n@Forward(\"return ")
          .append(parts[2])
          .append("\")\nclass ");
      text.append(name).append(" {\n");
      if (!parts[1].equals("-")) {
        text.append(parts[1], 0, parts[1].indexOf(" = nn.")).append(" Object a;\n");
      }
      return text.append("}\n").toString();
    }

    List<Numbers> numbers() {
      List<Numbers> all = new ArrayList<>();
      for (Matcher input : inputs()) {
        long[] sizes =
            Arrays.stream(input.group(2).split(","))
                .mapToLong(s -> Long.parseLong(s.strip()))
                .toArray();
        all.add(
            input.group(4) == null
                ? Numbers.smooth(sizes, all.size() + 1)
                : Numbers.below(Long.parseLong(input.group(4)), sizes));
      }
      return all;
    }

    Map<String, Long> sizes(ShapeReport report) {
      long batch = numbers().get(0).shape()[0];
      return report.symbols().contains("N") ? Map.of("N", batch) : Map.of();
    }

    NDArray[] values(NDManager manager) {
      return numbers().stream().map(n -> Networks.array(manager, n)).toArray(NDArray[]::new);
    }
  }

  static List<String> lines(String resource) {
    try (InputStream file = OperationsTest.class.getResourceAsStream("/" + resource);
        InputStream in = resource.endsWith(".gz") ? new GZIPInputStream(file) : file) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of operations.txt with what PyTorch's recorder made of them. */
  static List<Case> cases() {
    List<String> lines = lines("operations.txt");
    List<String> recorded = lines("recorded.txt.gz");
    List<String> gradients = lines("gradients.txt.gz");
    assertEquals(lines.size(), recorded.size());
    assertEquals(lines.size(), gradients.size());
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Case(lines.get(i), recorded.get(i), gradients.get(i)))
        .toList();
  }

  /** The report of the i-th case is that of {@code Case} and its number. */
  static Map<String, ShapeReport> reports(List<Case> cases) {
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < cases.size(); i++) {
      sources.put("Case" + i, cases.get(i).source("Case" + i));
    }
    return Networks.reports(sources);
  }

  @TestFactory
  Stream<DynamicTest> valuesArePyTorchs() {
    List<Case> cases = cases();
    Map<String, ShapeReport> reports = reports(cases);
    return IntStream.range(0, cases.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    i + ": " + cases.get(i).line(),
                    () -> check(cases.get(i), reports.get("Case" + i))));
  }

  private static void check(Case test, ShapeReport report) {
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block = Networks.block(manager, report);
      NDList results = Networks.forward(manager, block, test.values(manager));
      String[] expected = test.recorded().split("; ");
      assertEquals(expected.length, results.size(), "results");
      Map<String, Long> sizes = test.sizes(report);
      for (int i = 0; i < expected.length; i++) {
        Shape promised = Invocation.shape(report.results().get(i).shape(), sizes);
        assertTrue(Hooks.fits(results.get(i).getShape(), promised), () -> "shape " + promised);
        assertClose(expected[i], results.get(i));
      }
      if (!test.gradient().equals("-")) {
        assertGradient(test, block, manager);
      }
    }
  }

  private static void assertGradient(Case test, ShapecheckBlock block, NDManager manager) {
    NDArray[] inputs = test.values(manager);
    inputs[0].setRequiresGradient(true);
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDList results = Networks.forward(manager, block, inputs);
      NDArray loss = null;
      for (int i = 0; i < results.size(); i++) {
        NDArray result = results.get(i);
        if (result.getDataType().isFloating()) {
          NDArray weighed =
              result.mul(Networks.numbers(manager, result.getShape(), i + 30, 1)).sum();
          loss = loss == null ? weighed : loss.add(weighed);
        }
      }
      collector.backward(loss);
    }
    assertClose(test.gradient(), inputs[0].getGradient());
  }

  static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(OperationsTest::number).toArray();
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
  }

  private static void assertClose(String expected, NDArray actual) {
    double[] wanted = numbers(expected);
    double[] given = Networks.doubles(actual);
    assertEquals(wanted.length, given.length, "values");
    for (int i = 0; i < wanted.length; i++) {
      double scale = Double.isFinite(wanted[i]) ? Math.max(1, Math.abs(wanted[i])) : 1;
      assertEquals(wanted[i], given[i], TOLERANCE * scale, "value " + i);
    }
  }
}
