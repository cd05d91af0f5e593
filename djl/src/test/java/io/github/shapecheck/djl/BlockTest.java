package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.shapecheck.report.ShapeReport;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The block as DJL's users use it. */
class BlockTest {
  private static final String SOURCE =
      """
      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;
      @Input({2, 9, 8})
      @Forward("x = drop(relu(bn(conv(x))))\\nreturn fc(flatten(x, 1) + shift)")
      class Net {
        @Conv2d(in = 2, out = 4, k = 3, bias = false) Object conv;
        @BatchNorm2d(4) Object bn;
        @Dropout(0.5) Object drop;
        @Parameter({168}) Object shift;
        @Linear(in = 168, out = 3) Object fc;
      }
      """;
  private static final ShapeReport REPORT = Networks.report("Net", SOURCE);

  private static ShapecheckBlock initialized(NDManager manager) {
    ShapecheckBlock block = ShapecheckBlock.of(REPORT);
    block.initialize(manager, DataType.FLOAT32, new Shape(5, 2, 9, 8));
    return block;
  }

  private static NDArray input(NDManager manager, int batch) {
    return Networks.numbers(manager, new Shape(batch, 2, 9, 8), 1, 1);
  }

  @Test
  void parametersAreNamedAsInTheStateDict() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block = initialized(manager);
      assertEquals(
          List.of(
              "bn.bias",
              "bn.running_mean",
              "bn.running_var",
              "bn.weight",
              "conv.weight",
              "fc.bias",
              "fc.weight",
              "shift"),
          block.getParameters().keys().stream().sorted().toList());
      assertFalse(block.parameter("bn.running_mean").requiresGradient());
      assertTrue(block.parameter("shift").requiresGradient());
      assertThrows(IllegalArgumentException.class, () -> block.parameter("conv.bias"));
    }
  }

  @Test
  void initialWeightsArePyTorchsDefaultsAndSeeded() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray conv = initialized(manager).parameter("conv.weight").getArray();
      float bound = (float) (1 / Math.sqrt(2 * 3 * 3));
      assertTrue(conv.abs().max().getFloat() <= bound);
      assertTrue(conv.abs().max().getFloat() > 0.9 * bound);
      assertEquals(1, initialized(manager).parameter("bn.running_var").getArray().getFloat(2));
      assertTrue(conv.contentEquals(initialized(manager).parameter("conv.weight").getArray()));
      ShapecheckBlock other = ShapecheckBlock.of(REPORT, 1);
      other.initialize(manager, DataType.FLOAT32, new Shape(5, 2, 9, 8));
      assertFalse(conv.contentEquals(other.parameter("conv.weight").getArray()));
    }
  }

  @Test
  void trainingDiffersFromEvaluationAsInPyTorch() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block = initialized(manager);
      NDArray x = input(manager, 5);
      NDArray first = Networks.forward(manager, block, x).head();
      assertTrue(first.contentEquals(Networks.forward(manager, block, x).head()));
      NDArray mean = block.parameter("bn.running_mean").getArray();
      assertEquals(0, mean.abs().sum().getFloat());
      NDArray trained = Networks.train(manager, block, x).head();
      assertFalse(first.allClose(trained));
      NDArray maps =
          x.getNDArrayInternal()
              .convolution(
                  x,
                  block.parameter("conv.weight").getArray(),
                  null,
                  new Shape(1, 1),
                  new Shape(0, 0),
                  new Shape(1, 1),
                  1)
              .head();
      NDArray channel = maps.transpose(1, 0, 2, 3).reshape(4, -1).mean(new int[] {1});
      assertTrue(mean.allClose(channel.mul(0.1f), 1e-5, 1e-6, false), "momentum is PyTorch's 0.1");
    }
  }

  @Test
  void trainsAndSavesAndLoads(@TempDir Path folder) throws Exception {
    List<Float> losses = new ArrayList<>();
    NDArray before;
    try (NDManager manager = NDManager.newBaseManager()) {
      try (Model model = Model.newInstance("net")) {
        model.setBlock(ShapecheckBlock.of(REPORT));
        DefaultTrainingConfig config =
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(
                    Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.01f)).build());
        try (Trainer trainer = model.newTrainer(config)) {
          trainer.initialize(new Shape(6, 2, 9, 8));
          NDList data = new NDList(input(trainer.getManager(), 6));
          NDList labels = new NDList(trainer.getManager().create(new long[] {0, 1, 2, 0, 1, 2}));
          for (int i = 0; i < 60; i++) {
            try (GradientCollector collector = trainer.newGradientCollector()) {
              NDArray loss = trainer.getLoss().evaluate(labels, trainer.forward(data));
              collector.backward(loss);
              losses.add(loss.getFloat());
            }
            trainer.step();
          }
        }
        assertTrue(losses.get(59) < 0.5 * losses.get(0), losses::toString);
        model.save(folder, "net");
        before =
            Networks.forward(manager, (ShapecheckBlock) model.getBlock(), input(manager, 4)).head();
      }
      try (Model model = Model.newInstance("net")) {
        model.setBlock(ShapecheckBlock.of(REPORT));
        model.load(folder, "net");
        NDArray after =
            Networks.forward(manager, (ShapecheckBlock) model.getBlock(), input(manager, 4)).head();
        assertTrue(before.contentEquals(after));
      }
    }
  }

  @Test
  void inputsThatDoNotFitAreRefused() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block = initialized(manager);
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> Networks.forward(manager, block, manager.ones(new Shape(5, 2, 9, 7))))
              .getMessage();
      assertTrue(message.startsWith("x is [5, 2, 9, 7], but Net takes [N, 2, 9, 8]"), message);
    }
  }

  @Test
  void memoryDoesNotGrow() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block = initialized(manager);
      int arrays = manager.getManagedArrays().size();
      for (int i = 0; i < 1_000; i++) {
        try (NDManager batch = manager.newSubManager()) {
          Networks.forward(batch, block, input(batch, 2));
          assertTrue(batch.getManagedArrays().size() <= 3, "inputs and outputs only");
        }
      }
      assertEquals(arrays, manager.getManagedArrays().size());
    }
  }

  /** DJL's own {@code x.mul(0.5f)} reads memory that the collector has taken. */
  @Test
  void gradientsSurviveACollection() throws Exception {
    ShapeReport report =
        Networks.report(
            "Scaled",
            """
            import io.github.shapecheck.*;
            @Input({2, 3}) @Forward("return F.interpolate(x * 0.5, scale_factor=2) / 4") class Scaled {}
            """);
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block = ShapecheckBlock.of(report);
      for (int i = 0; i < 20; i++) {
        NDArray x = manager.ones(new Shape(2, 2, 3));
        x.setRequiresGradient(true);
        List<ByteBuffer> others = new ArrayList<>();
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
          NDArray y = Networks.forward(manager, block, x).head();
          System.gc();
          Thread.sleep(5);
          for (int k = 1; k < 300; k++) {
            others.add(ByteBuffer.allocateDirect(4 * (k % 16 + 1)).putInt(0, 0x07070707));
          }
          collector.backward(y.sum());
        }
        assertEquals(0.25f, x.getGradient().getFloat(0, 1, 2), others.size() + " buffers");
      }
    }
  }

  @Test
  void paddingHasZerosAndNoGradient() {
    for (String padding : List.of("2", "-3")) {
      ShapeReport report =
          Networks.report(
              "Padded",
              """
              import io.github.shapecheck.*;
              @Input(value = 4, dtype = long.class, name = "x")
              @TorchModule(\"""
                  from torch import nn
                  class Padded(nn.Module):
                      def __init__(self):
                          super().__init__()
                          self.words = nn.Embedding(5, 3, padding_idx=%s)
                      def forward(self, x):
                          return self.words(x)
                  \""")
              class Padded {}
              """
                  .formatted(padding));
      try (NDManager manager = NDManager.newBaseManager()) {
        ShapecheckBlock block = ShapecheckBlock.of(report);
        block.initialize(manager, DataType.FLOAT32, new Shape(2, 4));
        NDArray weight = block.parameter("words.weight").getArray();
        assertEquals(0, weight.get(2).abs().sum().getFloat());
        assertTrue(weight.get(1).abs().min().getFloat() > 0);
        NDArray words = manager.create(new long[] {0, 2, 4, 2, 2, 3, 3, 2}, new Shape(2, 4));
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
          collector.backward(Networks.train(manager, block, words).head().sum());
        }
        NDArray rows = weight.getGradient().sum(new int[] {1});
        assertEquals(List.of(3f, 0f, 0f, 6f, 3f), floats(rows));
      }
    }
  }

  private static List<Float> floats(NDArray array) {
    List<Float> values = new ArrayList<>();
    for (float value : array.toFloatArray()) {
      values.add(value);
    }
    return values;
  }
}
