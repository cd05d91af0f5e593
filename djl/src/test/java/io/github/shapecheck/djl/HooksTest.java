package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.report.ShapeReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hooks see what they ask for, and nothing when they are removed. */
class HooksTest {
  private static final ShapeReport REPORT =
      Networks.report(
          "Net",
          """
          import io.github.shapecheck.*;
          import io.github.shapecheck.nn.*;
          @Input({2, 9, 8})
          @Forward("return pool(relu(conv2(relu(conv1(x)))))")
          class Net {
            @Conv2d(in = 2, out = 4, k = 3) Object conv1;
            @Conv2d(in = 4, out = 5, k = 2) Object conv2;
            @MaxPool2d(2) Object pool;
          }
          """);

  private NDManager manager;
  private ShapecheckBlock net;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
    net = ShapecheckBlock.of(REPORT);
    net.initialize(manager, DataType.FLOAT32, new Shape(3, 2, 9, 8));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray forward() {
    NDArray x = Networks.numbers(manager, new Shape(3, 2, 9, 8), 1, 1);
    return Networks.forward(manager, net, x).head();
  }

  private static String text(ByteArrayOutputStream out) {
    return out.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  @Test
  void printsShapesAsTheTutorialDoes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Hook hook = net.onForward(Hooks.printShapes(new PrintStream(out)));
    forward();
    hook.close();
    forward();
    assertEquals(
        """
        conv1                    Conv2d           (3, 4, 7, 6)
        relu                     relu             (3, 4, 7, 6)
        conv2                    Conv2d           (3, 5, 6, 5)
        relu_1                   relu             (3, 5, 6, 5)
        pool                     MaxPool2d        (3, 5, 3, 2)
        """,
        text(out));
  }

  @Test
  void globsKindsAndIterations() {
    List<String> seen = new ArrayList<>();
    net.onForward(Selection.named("conv?").every(2), c -> seen.add(c.layer() + c.iteration()));
    net.onForward(
        Selection.all().kind("MaxPool2d").first(1),
        c -> seen.add("pool" + c.inputs().head().getShape()));
    net.onForwardPre(Selection.named("*2"), c -> seen.add("pre" + c.outputs().size()));
    forward();
    forward();
    forward();
    assertEquals(
        List.of("conv10", "pre0", "conv20", "pool(3, 5, 6, 5)", "pre0", "conv12", "pre0", "conv22"),
        seen);
    seen.clear();
    net.beginEpoch();
    forward();
    assertEquals(List.of("conv10", "pre0", "conv20", "pool(3, 5, 6, 5)"), seen);
  }

  @Test
  void aHookThatThrowsNamesItsLayerAndLeavesTheBlockUsable() {
    Hook hook =
        net.onForward(
            Selection.named("conv2"),
            c -> {
              throw new IllegalArgumentException("on purpose");
            });
    String message = assertThrows(IllegalStateException.class, this::forward).getMessage();
    assertEquals("the hook at conv2 failed: on purpose", message);
    hook.remove();
    assertEquals(new Shape(3, 5, 3, 2), forward().getShape());
  }

  @Test
  void theFirstNaNIsFound() {
    net.onForward(Hooks.findNaN());
    forward();
    net.set("conv2.bias", manager.create(new float[] {0, 0, Float.NaN, 0, 0}));
    String message = assertThrows(IllegalStateException.class, this::forward).getMessage();
    assertTrue(message.contains("conv2 is the first to give NaN, in iteration 1"), message);
  }

  @Test
  void activationsAndStatistics() {
    Map<String, NDArray> kept = new TreeMap<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    net.onForward(Selection.named("relu*"), Hooks.collect(kept, manager));
    net.onForward(Selection.named("relu"), Hooks.printStatistics(new PrintStream(out)));
    net.onForward(Hooks.checkShapes());
    forward();
    assertEquals(List.of("relu", "relu_1"), List.copyOf(kept.keySet()));
    assertTrue(kept.get("relu").min().getFloat() >= 0);
    assertTrue(
        text(out).matches("relu +min 0.000 mean [0-9.]+ max [0-9.]+ zeros [0-9.]+ %\n"), text(out));
  }

  @Test
  void gradientsAreShownByName() {
    List<String> seen = new ArrayList<>();
    net.onParameterGradient(
        Selection.named("*.weight"), g -> seen.add(g.parameter() + " " + g.value().getShape()));
    net.onParameterGradient(
        Selection.named("*.bias").kind("Conv2d").first(1), g -> seen.add(g.parameter()));
    net.onParameterGradient(Selection.all().kind("Linear"), g -> seen.add(g.parameter()));
    try (var collector = manager.getEngine().newGradientCollector()) {
      NDArray x = Networks.numbers(manager, new Shape(3, 2, 9, 8), 1, 1);
      collector.backward(Networks.train(manager, net, x).head().sum());
    }
    net.tellGradients();
    assertEquals(
        List.of(
            "conv1.weight (4, 2, 3, 3)", "conv2.weight (5, 4, 2, 2)", "conv1.bias", "conv2.bias"),
        seen);
  }
}
