package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.report.ShapeReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weights that PyTorch saved make the block give what PyTorch gave (src/test/python/weights.py).
 */
class SafetensorsTest {
  private static final Path FOLDER = Path.of("src/test/resources/weights");
  private static final String SOURCE =
      """
      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;
      @Input({1, 12, 10})
      @Forward("return fc(flatten(relu(bn(conv(x))), 1))")
      class Net {
        @Conv2d(in = 1, out = 4, k = 3, s = 2, bias = false) Object conv;
        @BatchNorm2d(4) Object bn;
        @Linear(in = 4 * 5 * 4, out = %d) Object fc;
      }
      """;

  private static ShapeReport report(int classes) {
    return Networks.report("Net", SOURCE.formatted(classes));
  }

  /** The Python class as it is, whose checkpoint the compiler has compared too. */
  private static ShapeReport python() {
    String source =
        """
        import io.github.shapecheck.*;
        @Input({1, 12, 10}) @TorchModule(file = "convnet.py") @Weights("weights/F32.safetensors") class Net {}
        """;
    return Networks.reports(Map.of("Net", source), "-Ashapecheck.python=" + FOLDER).get("Net");
  }

  @ParameterizedTest
  @ValueSource(strings = {"F32", "F16", "BF16"})
  void outputsArePyTorchs(String type) throws Exception {
    for (ShapeReport report : List.of(report(3), python())) {
      try (NDManager manager = NDManager.newBaseManager()) {
        ShapecheckBlock block = ShapecheckBlock.of(report);
        Safetensors.load(FOLDER.resolve(type + ".safetensors"), block, manager);
        NDArray x = Networks.numbers(manager, new Shape(2, 1, 12, 10), 1, 1);
        double[] expected =
            Arrays.stream(Files.readString(FOLDER.resolve(type + ".txt")).strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        NDArray output = Networks.forward(manager, block, x).head();
        assertArrayEquals(expected, Networks.doubles(output), 1e-4);
      }
    }
  }

  @Test
  void aFileThatDoesNotFitIsToldWhole() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block = ShapecheckBlock.of(report(5));
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> Safetensors.load(FOLDER.resolve("F32.safetensors"), block, manager))
              .getMessage();
      assertTrue(message.contains("fc.weight is [3, 80] instead of (5, 80)"), message);
      assertTrue(message.contains("fc.bias is [3] instead of (5)"), message);
    }
  }

  @Test
  void halfPrecisionIsExact() {
    assertEquals(1f, Safetensors.half((short) 0x3c00));
    assertEquals(-2f, Safetensors.half((short) 0xc000));
    assertEquals(65504f, Safetensors.half((short) 0x7bff));
    assertEquals(0x1p-24f, Safetensors.half((short) 1));
    assertEquals(Float.NEGATIVE_INFINITY, Safetensors.half((short) 0xfc00));
    assertEquals(0.333251953125f, Safetensors.half((short) 0x3555));
  }
}
