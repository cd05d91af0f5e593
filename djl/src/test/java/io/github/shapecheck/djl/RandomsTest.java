package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.report.ShapeReport;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is drawn has its distribution's mean and bounds. */
class RandomsTest {
  private record Drawn(String call, double mean, double least, double most) {}

  private static final Drawn[] DRAWN = {
    new Drawn("torch.rand(x.size(0), 500)", 0.5, 0, 1),
    new Drawn("torch.randn_like(x)", 0, -7, 7),
    new Drawn("torch.bernoulli(torch.zeros_like(x) + 0.3)", 0.3, 0, 1),
    new Drawn("x.detach().clone().bernoulli_(0.3)", 0.3, 0, 1),
    new Drawn("x.detach().clone().uniform_(-1, 3)", 1, -1, 3),
    new Drawn("x.detach().clone().normal_(2, 0.5)", 2, -2, 6),
    new Drawn("x.detach().clone().exponential_(2)", 0.5, 0, 15),
    new Drawn("x.detach().clone().geometric_(0.5)", 2, 1, 60),
    new Drawn("x.detach().clone().log_normal_(0, 0.5)", Math.exp(0.125), 0, 30),
    new Drawn("torch.sigmoid(x.detach().clone().cauchy_())", 0.5, 0, 1),
    new Drawn("torch.randint(2, 6, (x.size(0), 500)).float()", 3.5, 2, 5),
    new Drawn("torch.randperm(500).float() + 0 * x", 249.5, 0, 499),
    new Drawn("torch.multinomial(x.abs() + 1, 500, replacement=True).float()", 249.5, 0, 499),
    new Drawn("torch.multinomial(x.abs() + 1, 500).float()", 249.5, 0, 499),
    new Drawn("F.gumbel_softmax(x, tau=0.5, hard=True)", 0.002, 0, 1),
    new Drawn("F.gumbel_softmax(x)", 0.002, 0, 1),
  };

  @TestFactory
  Stream<DynamicTest> meansAndBounds() {
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < DRAWN.length; i++) {
      sources.put(
          "Drawn" + i,
          "import io.github.shapecheck.*;\n@Input({500}) @SuppressWarnings(\"shapecheck\")"
              + "\n@Forward(\"return "
              + DRAWN[i].call()
              + "\") class Drawn"
              + i
              + " {}");
    }
    Map<String, ShapeReport> reports = Networks.reports(sources);
    return Stream.iterate(0, i -> i + 1)
        .limit(DRAWN.length)
        .map(
            i ->
                DynamicTest.dynamicTest(
                    DRAWN[i].call(), () -> check(DRAWN[i], reports.get("Drawn" + i))));
  }

  private static void check(Drawn drawn, ShapeReport report) {
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block = ShapecheckBlock.of(report);
      var x = Networks.numbers(manager, new Shape(200, 500), 1, 1);
      double[] values = Networks.doubles(Networks.forward(manager, block, x).head());
      assertEquals(200 * 500, values.length);
      double most = Arrays.stream(values).max().orElseThrow();
      double least = Arrays.stream(values).min().orElseThrow();
      assertTrue(least >= drawn.least() && most <= drawn.most(), least + ".." + most);
      assertTrue(least < most, "all are " + most);
      double mean = Arrays.stream(values).average().orElseThrow();
      assertEquals(drawn.mean(), mean, 0.03 * Math.max(1, drawn.mean()));
    }
  }
}
