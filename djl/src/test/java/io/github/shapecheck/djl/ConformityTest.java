package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import io.github.shapecheck.report.ShapeReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network that is written by hand is the checked one, or is told where it is not. */
class ConformityTest {
  private static final ShapeReport REPORT =
      Networks.report(
          "Net",
          """
          import io.github.shapecheck.*;
          import io.github.shapecheck.nn.*;
          @Input({1, 28, 24})
          @Forward("return fc(flatten(pool(relu(conv2(relu(conv1(x)))))))")
          class Net {
            @Conv2d(in = 1, out = 10, k = 5) Object conv1;
            @Conv2d(in = 10, out = 20, k = 3, s = 2) Object conv2;
            @MaxPool2d(2) Object pool;
            @Flatten Object flatten;
            @Linear(in = 20 * 5 * 4, out = 7) Object fc;
          }
          """);

  private static SequentialBlock byHand(int channels, int stride, int classes) {
    SequentialBlock inner =
        new SequentialBlock()
            .add(
                Conv2d.builder()
                    .setKernelShape(new Shape(3, 3))
                    .setFilters(channels)
                    .optStride(new Shape(stride, stride))
                    .build())
            .add(Activation::relu);
    return new SequentialBlock()
        .add(Conv2d.builder().setKernelShape(new Shape(5, 5)).setFilters(10).build())
        .add(Activation::relu)
        .add(inner)
        .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
        .add(Blocks.batchFlattenBlock())
        .add(Linear.builder().setUnits(classes).build());
  }

  private static List<String> differences(SequentialBlock block) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return Conformity.differences(REPORT, block, manager);
    }
  }

  @Test
  void theSameNetworkConforms() {
    assertEquals(List.of(), differences(byHand(20, 2, 7)));
  }

  @Test
  void eachDifferenceIsNamedWithItsLayer() {
    assertEquals(
        List.of(
            "conv2 (Conv2d) has parameters [(20, 10, 3, 3), (20)], but layer 2 of the block"
                + " (Conv2d) has [(21, 10, 3, 3), (21)]",
            "fc (Linear) has parameters [(7, 400), (7)], but layer 3 of the block (Linear) has"
                + " [(8, 420), (8)]",
            "the block gives (2, 8), the model (2, 7)"),
        differences(byHand(21, 2, 8)));
    assertEquals(
        "conv2 gives (2, 20, 11, 9), but layer 2 of the block (Conv2d) gives (2, 20, 22, 18)",
        differences(byHand(20, 1, 7)).get(0));
  }

  @Test
  void aBlockThatWasNotInitializedIsNotAfterwards() {
    SequentialBlock block = byHand(20, 2, 7);
    Conformity.check(REPORT, block);
    assertFalse(block.isInitialized());
    try (NDManager manager = NDManager.newBaseManager()) {
      block.initialize(manager, DataType.FLOAT32, new Shape(2, 1, 28, 24));
      Conformity.check(REPORT, block, manager);
      NDList images = new NDList(manager.zeros(new Shape(3, 1, 28, 24)));
      NDList scores = block.forward(new ParameterStore(manager, false), images, false);
      assertEquals(new Shape(3, 7), scores.head().getShape());
    }
  }

  @Test
  void otherKindsOfLayersConform() {
    ShapeReport report =
        Networks.report(
            "Tagger",
            """
            import io.github.shapecheck.*;
            import io.github.shapecheck.nn.*;
            @Input({9, 6})
            @Forward("return fc(norm(lstm(x)[0]))")
            class Tagger {
              @LSTM(in = 6, hidden = 4, layers = 2, batchFirst = true) Object lstm;
              @LayerNorm(4) Object norm;
              @Linear(in = 4, out = 3) Object fc;
            }
            """);
    Conformity.check(report, tagger(4));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Conformity.check(report, tagger(5)))
            .getMessage();
    assertTrue(message.contains("lstm (LSTM) has parameters [(16, 6), (16, 4), "), message);
    assertTrue(message.contains("layer 1 of the block (LSTM) has [(20, 6), (20, 5), "), message);
  }

  private static SequentialBlock tagger(int hidden) {
    return new SequentialBlock()
        .add(LSTM.builder().setStateSize(hidden).setNumLayers(2).optBatchFirst(true).build())
        .add(LayerNorm.builder().axis(2).build())
        .add(Linear.builder().setUnits(3).build());
  }

  @Test
  void aBlockThatFailsIsTold() {
    SequentialBlock block =
        new SequentialBlock().add(Pool.maxPool2dBlock(new Shape(40, 40), new Shape(40, 40)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Conformity.check(REPORT, block))
            .getMessage();
    assertTrue(
        message.startsWith("the block is not Net:\n  the block fails for [(2, 1, 28, 24)]: "),
        message);
    assertTrue(message.contains("\n  the block has no layer for conv1\n"), message);
  }
}
