package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of several kinds leave no arrays behind, neither DJL's nor the engine's. */
class MemoryTest {
  private static final int PASSES = 1_000;

  /** What the allocator may keep, for values of which each pass has several hundred KB. */
  private static final long SLACK = 40_000_000;

  private static final Path STATUS = Path.of("/proc/self/statm");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convolution | @Conv2d(in = 3, out = 8, k = 3) @BatchNorm2d @ReLU @MaxPool2d(2)"
            + " | return layer(x.unflatten(2, [24, 24])).mean((2, 3))",
        "recurrent | @LSTM(in = 576, hidden = 32, layers = 2, batchFirst = true)"
            + " | y, (h, c) = layer(x)\\nreturn y[:, -1] + h[-1] * c[0]",
        "attention | @TransformerEncoderLayer(dim = 576, heads = 4, feedforward = 64, batchFirst = true)"
            + " | return layer(x).mean(1)",
        "lists | @Linear(in = 576, out = 64)"
            + " | seen = [x[:, i] for i in range(3)]\\nouts = []\\nfor s in seen: outs.append(layer(s) / 2)\\n"
            + "a, b, c = torch.stack(outs).chunk(3)\\nreturn torch.cat([a, b, c.clone()], -1)",
        "masks | @Linear(in = 576, out = 64)"
            + " | m = x > 0\\ny = torch.where(m, x, x * 0.1)\\ny[:, 0] = 1\\nreturn layer(y).topk(3)[0]"
      })
  void aThousandPassesLeaveNothing(String name, String layer, String forward) throws IOException {
    String source =
        "import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n"
            + "@SuppressWarnings(\"shapecheck\")\n@Input({3, 576})\n@Forward(\""
            + forward
            + "\")\nclass Net {\n  "
            + layer
            + " Object layer;\n}\n";
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block = ShapecheckBlock.of(Networks.report("Net", source));
      block.initialize(manager, DataType.FLOAT32, new Shape(16, 3, 576));
      passes(manager, block, PASSES / 4);
      int arrays = manager.getManagedArrays().size();
      long before = resident();
      passes(manager, block, PASSES);
      assertEquals(arrays, manager.getManagedArrays().size(), name);
      long more = resident() - before;
      assertTrue(more < SLACK, () -> name + ": " + more + " bytes more");
    }
  }

  /** Every fourth one trains. */
  private static void passes(NDManager manager, ShapecheckBlock block, int count) {
    for (int i = 0; i < count; i++) {
      try (NDManager batch = manager.newSubManager()) {
        NDArray x = batch.randomUniform(-1, 1, new Shape(16, 3, 576));
        NDList outputs;
        if (i % 4 == 0) {
          try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            outputs = Networks.train(batch, block, x);
            collector.backward(outputs.head().sum());
          }
        } else {
          outputs = Networks.forward(batch, block, x);
        }
        assertTrue(
            batch.getManagedArrays().size() <= 3 + outputs.size(), "inputs and outputs only");
      }
    }
  }

  private static long resident() throws IOException {
    Assumptions.assumeTrue(Files.exists(STATUS), "only Linux tells what is resident");
    return 4096 * Long.parseLong(Files.readString(STATUS).split(" ")[1]);
  }
}
