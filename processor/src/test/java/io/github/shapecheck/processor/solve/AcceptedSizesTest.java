package io.github.shapecheck.processor.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AcceptedSizesTest {
  private static final long LARGEST = 90;

  private static String accepts(ModelBuilder model) {
    Trace trace = Interpreter.run(model.build());
    assertEquals(List.of(), trace.problems().stream().filter(p -> p.id().isError()).toList());
    return AcceptedSizes.of(trace).toString();
  }

  @Test
  void aLinearHeadPinsTheWidthAsFarAsPoolingRounds() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[1, 28, 29]")
            .layer("conv1", "Conv2d", "in = 1, out = 10, k = 5")
            .layer("pool", "MaxPool2d", "k = 2")
            .layer("fc", "Linear", "in = 12, out = 5")
            .forward("x = relu(conv1(x))", "x = pool(x)", "return fc(x)");
    assertEquals("[[1.., 1, 6.., 28..29]]", accepts(model));
  }

  @Test
  void agreesWithTryingEverySize() {
    Random random = new Random(51);
    int accepted = 0;
    for (int i = 0; i < 60; i++) {
      ModelBuilder builder = random(random);
      Model model = builder.build();
      Trace trace = Interpreter.run(model);
      if (trace.hasErrors()) {
        continue;
      }
      accepted++;
      List<SizeSet> sizes = AcceptedSizes.of(trace).get(0);
      for (int axis = 0; axis < sizes.size() - 1; axis++) {
        for (long size = 1; size < LARGEST; size++) {
          Model other = Axis.of(0, axis).with(model, Dim.of(size));
          if (Interpreter.run(other).hasErrors() == sizes.get(axis + 1).contains(size)) {
            fail("model " + i + " axis " + axis + ": " + sizes.get(axis + 1) + " at " + size);
          }
        }
      }
    }
    assertTrue(accepted > 15, "only " + accepted + " models");
  }

  /**
   * A chain of windows over unequal axes, with a linear map of what is left of the width at the
   * end.
   */
  private static ModelBuilder random(Random random) {
    int channels = random.nextInt(3) + 1;
    long height = random.nextInt(40) + 10;
    long width = random.nextInt(40) + 11;
    ModelBuilder model =
        new ModelBuilder().input("[" + channels + ", " + height + ", " + width + "]");
    String forward = "";
    for (int i = random.nextInt(4) + 1; i > 0; i--) {
      String name = "l" + i;
      int kernel = random.nextInt(4) + 1;
      int stride = random.nextInt(3) + 1;
      int padding = random.nextInt(kernel / 2 + 1);
      String window = ", k = " + kernel + ", s = " + stride + ", p = " + padding;
      if (random.nextBoolean()) {
        int out = random.nextInt(4) + 1;
        model.layer(name, "Conv2d", "in = " + channels + ", out = " + out + window);
        channels = out;
      } else {
        String type = random.nextBoolean() ? "MaxPool2d" : "AvgPool2d";
        model.layer(name, type, "ceilMode = " + random.nextBoolean() + window);
      }
      forward += "x = " + name + "(x)\n";
    }
    if (random.nextBoolean()) {
      Trace trace = Interpreter.run(model.forward(forward).build());
      if (!trace.hasErrors()) {
        Dim left = trace.steps().get(trace.steps().size() - 1).outputs().get(0).dim(-1);
        model.layer("fc", "Linear", "in = " + left + ", out = 3");
        forward += "x = fc(x)\n";
      }
    }
    return model.forward(forward);
  }
}
