package io.github.shapecheck.processor.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixesTest {
  /** Every error with its fixes, as they are printed. */
  static List<String> told(ModelBuilder model) {
    Trace trace = Interpreter.run(model.build());
    Fixes fixes = new Fixes(trace);
    List<String> lines = new ArrayList<>();
    for (Problem problem : trace.problems()) {
      if (problem.id().isError()) {
        lines.add(problem.id().id() + " " + problem.message());
        fixes.of(problem).forEach(fix -> lines.add("fix: " + fix));
      }
    }
    return lines;
  }

  @Test
  void theTutorialsNetwork() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[1, 28, 28]")
            .layer("conv1", "Conv2d", "in = 1, out = 10, k = 5")
            .layer("pool", "MaxPool2d", "k = 2, s = 2")
            .layer("conv2", "Conv2d", "in = 10, out = 20, k = 3")
            .layer("fc1", "Linear", "in = 1620, out = 500")
            .layer("fc2", "Linear", "in = 500, out = 10")
            .forward(
                "x = relu(conv1(x))",
                "x = pool(x)",
                "x = relu(conv2(x))",
                "x = flatten(x, 1)",
                "x = relu(fc1(x))",
                "return log_softmax(fc2(x), dim=1)");
    assertEquals(
        List.of(
            "linear-in fc1 expects 1620 features but receives 2000",
            "fix: fc1: in = 2000",
            "fix: x: {1, 26..27, 26..27}"),
        told(model));
  }

  @Test
  void aSkipOfAnImageThatDoesNotHalveOften() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, 488, 488]")
            .layer("pool", "MaxPool2d", "k = 2")
            .layer("up", "Upsample", "scale = {2.0}")
            .forward(
                "a = x",
                "b = pool(a)",
                "c = pool(b)",
                "d = pool(c)",
                "e = pool(d)",
                "y = cat([up(e), d], 1)",
                "y = cat([up(y), c], 1)",
                "y = cat([up(y), b], 1)",
                "return cat([up(y), a], 1)");
    assertEquals(
        List.of(
            "cat cat cannot join [N, 3, 61, 61] to [N, 3, 60, 60] along axis 1: 61 against 60 on"
                + " axis 2",
            "fix: x: {3, 480, 480}"),
        told(model));
  }
}
