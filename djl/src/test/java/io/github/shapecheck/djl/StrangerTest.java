package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.translate.NoopTranslator;
import io.github.shapecheck.report.ShapeReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/djl.md: two epochs with hooks, saved, loaded, and asked. */
class StrangerTest {
  private static final ShapeReport REPORT =
      Networks.report(
          "ConvNet",
          """
          import io.github.shapecheck.*;
          import io.github.shapecheck.nn.*;
          @Input({1, 28, 28})
          @Forward("return fc(flatten(pool(relu(conv2(pool(relu(conv1(x)))))), 1))")
          class ConvNet {
            @Conv2d(in = 1, out = 4, k = 5) Object conv1;
            @Conv2d(in = 4, out = 8, k = 3) Object conv2;
            @MaxPool2d(2) Object pool;
            @Linear(in = 8 * 5 * 5, out = 10) Object fc;
          }
          """);

  @Test
  void trainsSavesLoadsPredicts(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream shapes = new ByteArrayOutputStream();
    ByteArrayOutputStream statistics = new ByteArrayOutputStream();
    ShapecheckBlock net = ShapecheckBlock.of(REPORT);
    try (NDManager manager = NDManager.newBaseManager();
        Model model = Model.newInstance("digits")) {
      model.setBlock(net);
      ArrayDataset digits =
          new ArrayDataset.Builder()
              .setData(Networks.numbers(manager, new Shape(96, 1, 28, 28), 1, 1))
              .optLabels(Networks.indices(manager, new Shape(96), 10))
              .setSampling(8, true)
              .build();
      try (Trainer trainer =
          model.newTrainer(
              new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                  .addTrainingListeners(new GradientListener(net)))) {
        trainer.initialize(new Shape(8, 1, 28, 28));
        net.onForward(Selection.all().first(1), Hooks.printShapes(new PrintStream(shapes)));
        net.onForward(
            Selection.named("conv*").every(10), Hooks.printStatistics(new PrintStream(statistics)));
        EasyTrain.fit(trainer, 2, digits, null);
      }
      assertEquals(2 * REPORT.steps().size(), shapes.toString().lines().count());
      assertEquals(2 * 2 * 2, statistics.toString().lines().count(), "iterations 0 and 10 of 12");
      model.save(folder, "digits");
      NDArray image = Networks.numbers(manager, new Shape(1, 1, 28, 28), 3, 1);
      float[] before = Networks.forward(manager, net, image).head().toFloatArray();
      try (Model loaded = Model.newInstance("digits")) {
        loaded.setBlock(ShapecheckBlock.of(REPORT));
        loaded.load(folder, "digits");
        try (Predictor<NDList, NDList> predictor = loaded.newPredictor(new NoopTranslator())) {
          NDList answer = predictor.predict(new NDList(image));
          assertEquals(new Shape(1, 10), answer.head().getShape());
          assertTrue(answer.head().allClose(manager.create(before, new Shape(1, 10))));
        }
      }
    }
  }
}
