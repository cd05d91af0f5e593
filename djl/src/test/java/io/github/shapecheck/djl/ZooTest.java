package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.djl.libtorch.Numbers;
import io.github.shapecheck.djl.operation.Types;
import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.shape.SizeSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The networks of the example and of the zoo run, and every step has the shape that was promised.
 */
class ZooTest {
  static final Path EXAMPLE = Path.of("../example/src/main/java");
  static final Path ZOO = Path.of("../processor/src/test/resources/zoo");
  private static final int MOST = 205;

  /** A batch, and where to begin to look for free sizes. */
  private static final int[][] FREE_CASES = {{2, 32}, {3, 41}, {2, 52}};

  private static final int[][] FIXED_CASES = {{2, 0}, {3, 0}};
  private static final Set<String> RAN = ConcurrentHashMap.newKeySet();

  static Map<String, String> sources(Path folder, String prefix) {
    try (Stream<Path> files = Files.walk(folder)) {
      Map<String, String> sources = new TreeMap<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        if (!file.endsWith("Main.java") && !file.endsWith("package-info.java")) {
          String path = folder.relativize(file).toString().replaceFirst("[.]java$", "");
          sources.put(prefix + path.replace('\\', '/').replace('/', '.'), Files.readString(file));
        }
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyStepHasItsShape() {
    Map<String, ShapeReport> reports = new TreeMap<>(Networks.reports(sources(EXAMPLE, "")));
    reports.putAll(Networks.reports(sources(ZOO, "zoo.")));
    assertTrue(reports.size() > 200, () -> reports.size() + " networks");
    return reports.values().stream()
        .map(report -> DynamicTest.dynamicTest(report.model(), () -> check(report)));
  }

  @AfterAll
  static void mostRun() {
    assertTrue(RAN.size() >= MOST, () -> RAN.size() + " networks ran");
  }

  private static void check(ShapeReport report) {
    ShapecheckBlock block;
    try {
      block = ShapecheckBlock.of(report);
    } catch (IllegalArgumentException refused) {
      Assumptions.abort(refused.getMessage());
      return;
    }
    boolean free = report.symbols().stream().anyMatch(symbol -> !symbol.equals("N"));
    try (NDManager weights = NDManager.newBaseManager()) {
      for (int[] sizes : free ? FREE_CASES : FIXED_CASES) {
        try (NDManager manager = weights.newSubManager()) {
          NDArray[] inputs = inputs(manager, report, sizes[0], sizes[1]);
          check(report, block, weights, inputs);
        }
      }
      block.clear();
    }
    RAN.add(report.model());
  }

  private static void check(
      ShapeReport report, ShapecheckBlock block, NDManager weights, NDArray[] inputs) {
    Shape[] shapes = Stream.of(inputs).map(NDArray::getShape).toArray(Shape[]::new);
    block.initialize(weights, DataType.FLOAT32, shapes);
    Hook checks = block.onForward(Hooks.checkShapes());
    NDList outputs = Networks.forward(inputs[0].getManager(), block, inputs);
    checks.remove();
    assertEquals(report.results().size(), outputs.size());
    Shape[] promised = block.getOutputShapes(shapes);
    for (int i = 0; i < promised.length; i++) {
      assertTrue(Hooks.fits(outputs.get(i).getShape(), promised[i]), promised[i]::toString);
    }
  }

  private static NDArray[] inputs(NDManager manager, ShapeReport report, int batch, int from) {
    List<Numbers> numbers = inputs(report, sizes(report, batch, from));
    NDArray[] inputs = new NDArray[numbers.size()];
    for (int i = 0; i < inputs.length; i++) {
      DataType type = Types.of(report.inputs().get(i).dtype());
      inputs[i] = Networks.array(manager, numbers.get(i)).toType(type, false);
    }
    return inputs;
  }

  /** Sizes that the model admits, the batch as told. */
  static Map<String, Long> sizes(ShapeReport report, int batch, int from) {
    Map<String, Long> sizes = new HashMap<>();
    for (ModelInput input : report.inputs()) {
      for (int axis = 0; axis < input.shape().rank(); axis++) {
        for (String symbol : input.shape().dim(axis).symbols()) {
          long least = symbol.equals("N") ? batch : from;
          SizeSet admitted = SizeSet.parse(input.accepts().get(axis).replaceAll(" \\(.*", ""));
          while (!admitted.contains(least) && least < 4096) {
            least++;
          }
          sizes.merge(symbol, least, Math::max);
        }
      }
    }
    return sizes;
  }

  static List<Numbers> inputs(ShapeReport report, Map<String, Long> sizes) {
    List<Numbers> inputs = new ArrayList<>();
    for (ModelInput input : report.inputs()) {
      long[] shape = input.shape().at(sizes);
      boolean real = Types.of(input.dtype()).isFloating();
      inputs.add(real ? Numbers.smooth(shape, inputs.size() + 1) : Numbers.below(2, shape));
    }
    return inputs;
  }
}
