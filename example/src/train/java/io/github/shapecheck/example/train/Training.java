package io.github.shapecheck.example.train;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.training.util.ProgressBar;
import io.github.shapecheck.djl.Hook;
import io.github.shapecheck.djl.Hooks;
import io.github.shapecheck.djl.Selection;
import io.github.shapecheck.djl.ShapecheckBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the network on drawn digits, prints its shapes once, saves it, loads it, and tests that.
 */
public final class Training {
  private static final int TRAINING = 8_000;
  private static final int TEST = 2_000;
  private static final int BATCH = 64;
  private static final int EPOCHS = 3;

  private Training() {}

  /**
   * Writes the model and the curves to the folder that is named first, else {@code target/digits}.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/digits");
    Files.createDirectories(folder);
    ShapecheckBlock net = ShapecheckBlock.of(DigitNetShapeReport.report());
    List<Double> losses = new ArrayList<>();
    List<Double> accuracies = new ArrayList<>();
    Hook shapes = net.onForward(Selection.all().first(1), Hooks.printShapes(System.out));
    try (Model model = Model.newInstance("digits")) {
      model.setBlock(net);
      DefaultTrainingConfig config =
          new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
              .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build());
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(BATCH, 1, Digits.SIZE, Digits.SIZE));
        ArrayDataset digits = dataset(trainer.getManager(), 1, TRAINING);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
          train(trainer, digits, losses, accuracies);
          System.out.printf("%nepoch %d: loss %.4f%n", epoch + 1, losses.get(losses.size() - 1));
        }
      }
      shapes.remove();
      model.save(folder, "digits");
      Files.writeString(folder.resolve("curves.svg"), Plot.svg(losses, accuracies));
    }
    System.out.printf("%.2f %% of digits never seen, by the saved model%n", 100 * test(folder));
  }

  private static ArrayDataset dataset(NDManager manager, long seed, int count) {
    Digits digits = new Digits(seed);
    float[] pixels = new float[count * Digits.SIZE * Digits.SIZE];
    long[] labels = new long[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 10;
      float[] one = digits.draw(i % 10);
      System.arraycopy(one, 0, pixels, i * one.length, one.length);
    }
    return new ArrayDataset.Builder()
        .setData(manager.create(pixels, new Shape(count, 1, Digits.SIZE, Digits.SIZE)))
        .optLabels(manager.create(labels))
        .setSampling(BATCH, true)
        .build();
  }

  private static void train(
      Trainer trainer, ArrayDataset digits, List<Double> losses, List<Double> accuracies)
      throws Exception {
    ProgressBar progress = new ProgressBar("training", TRAINING / BATCH);
    int done = 0;
    for (var batch : trainer.iterateDataset(digits)) {
      try (batch;
          var collector = trainer.newGradientCollector()) {
        NDList scores = trainer.forward(batch.getData());
        NDArray loss = trainer.getLoss().evaluate(batch.getLabels(), scores);
        collector.backward(loss);
        losses.add((double) loss.getFloat());
        accuracies.add(share(scores.head(), batch.getLabels().head()));
      }
      trainer.step();
      progress.update(Math.min(done++, TRAINING / BATCH - 1));
    }
  }

  private static double share(NDArray scores, NDArray labels) {
    NDArray right = scores.argMax(1).eq(labels.toType(DataType.INT64, false));
    return right.toType(DataType.FLOAT32, false).mean().getFloat();
  }

  private static double test(Path folder) throws Exception {
    ShapecheckBlock net = ShapecheckBlock.of(DigitNetShapeReport.report());
    try (Model model = Model.newInstance("digits")) {
      model.setBlock(net);
      model.load(folder, "digits");
      ArrayDataset digits = dataset(model.getNDManager(), 2, TEST);
      double right = 0;
      int batches = 0;
      ParameterStore store = new ParameterStore(model.getNDManager(), false);
      for (var batch : digits.getData(model.getNDManager())) {
        try (batch) {
          right +=
              share(net.forward(store, batch.getData(), false).head(), batch.getLabels().head());
          batches++;
        }
      }
      return right / batches;
    }
  }
}
