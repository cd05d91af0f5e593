package io.github.shapecheck.dl4j;

import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.report.Weight;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Holds a network of Deeplearning4j against a report: the shapes of its parameters, layer by layer
 * in order, and of what the layers give.
 *
 * <p>Matrices are compared turned round, as Deeplearning4j keeps them, so dense, convolutional and
 * normalizing layers can conform. Its recurrent layers cannot: they keep all gates in other
 * matrices than PyTorch's and take time last.
 */
public final class Conformity {
  private static final long BATCH = 2;
  private static final long MOST_TRIED = 4096;

  private final ShapeReport report;
  private final Map<String, Long> sizes;
  private final List<String> differences = new ArrayList<>();

  private Conformity(ShapeReport report) {
    this.report = report;
    this.sizes = sizes(report);
  }

  /**
   * Compares, with zeros as input; the network has been initialized.
   *
   * @throws IllegalArgumentException if there are differences, with all of them
   */
  public static void check(ShapeReport report, MultiLayerNetwork net) {
    Conformity conformity = new Conformity(report);
    List<INDArray> values = new ArrayList<>();
    conformity.run(() -> values.addAll(net.feedForward(conformity.inputs()[0], false)));
    Map<String, INDArray> outputs = new HashMap<>();
    for (int i = 1; i < values.size(); i++) {
      outputs.put(name(net.getLayer(i - 1), i - 1), values.get(i));
    }
    conformity.compare(net.getLayers(), outputs);
  }

  /**
   * Compares, with zeros as inputs; the graph has been initialized.
   *
   * @throws IllegalArgumentException if there are differences, with all of them
   */
  public static void check(ShapeReport report, ComputationGraph net) {
    Conformity conformity = new Conformity(report);
    Map<String, INDArray> outputs = new HashMap<>();
    conformity.run(() -> outputs.putAll(net.feedForward(conformity.inputs(), false)));
    conformity.compare(net.getLayers(), outputs);
  }

  private void run(Runnable forward) {
    try {
      forward.run();
    } catch (RuntimeException e) {
      differences.add("the network fails for what the model takes: " + e.getMessage());
    }
  }

  private INDArray[] inputs() {
    return report.inputs().stream()
        .map(input -> Nd4j.zeros(input.shape().at(sizes)))
        .toArray(INDArray[]::new);
  }

  private static String name(Layer layer, int index) {
    String given = layer.conf().getLayer().getLayerName();
    return given == null ? "" + index : given;
  }

  private void compare(Layer[] all, Map<String, INDArray> outputs) {
    List<String> names = new ArrayList<>();
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      if (all[i].numParams() > 0) {
        names.add(name(all[i], i));
        layers.add(all[i]);
      }
    }
    List<io.github.shapecheck.report.Layer> expected = report.layers();
    for (int i = 0; i < Math.max(layers.size(), expected.size()); i++) {
      if (i >= layers.size()) {
        differences.add("the network has no layer for " + expected.get(i).path());
      } else if (i >= expected.size()) {
        differences.add("the model has no layer for layer " + names.get(i));
      } else {
        weights(names.get(i), layers.get(i), expected.get(i));
        output(names.get(i), outputs, expected.get(i));
      }
    }
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "the network is not " + report.model() + ":\n  " + String.join("\n  ", differences));
    }
  }

  private void weights(String name, Layer layer, io.github.shapecheck.report.Layer expected) {
    List<String> wanted = new ArrayList<>();
    for (Weight weight : expected.weights()) {
      // PyTorch adds two biases in a recurrence, Deeplearning4j has one for both
      boolean own = !weight.name().startsWith("bias_hh");
      if (own && !weight.name().equals("num_batches_tracked")) {
        wanted.add(Arrays.toString(weight.shape().at(sizes)));
      }
    }
    List<String> found = new ArrayList<>();
    layer.paramTable().values().forEach(array -> found.add(Arrays.toString(turned(array.shape()))));
    Comparator<String> longestFirst = Comparator.comparing(String::length).reversed();
    found.sort(longestFirst); // some layers keep the bias in front
    wanted.sort(longestFirst);
    if (!wanted.equals(found)) {
      differences.add(
          expected.path()
              + " has "
              + wanted
              + ", but layer "
              + name
              + " of the network has "
              + found);
    }
  }

  /** A row of one as a vector, and a matrix from [in, out] to PyTorch's [out, in]. */
  private static long[] turned(long[] shape) {
    if (shape.length != 2) {
      return shape;
    }
    return shape[0] == 1 ? new long[] {shape[1]} : new long[] {shape[1], shape[0]};
  }

  private void output(
      String name, Map<String, INDArray> outputs, io.github.shapecheck.report.Layer expected) {
    INDArray given = outputs.get(name);
    for (Step step : report.steps()) {
      if (given != null && step.owner().equals(expected.path())) {
        String wanted = Arrays.toString(step.output().at(sizes));
        String found = Arrays.toString(given.shape());
        if (!wanted.equals(found)) {
          differences.add(
              expected.path()
                  + " gives "
                  + wanted
                  + ", but layer "
                  + name
                  + " of the network "
                  + found);
        }
        return;
      }
    }
  }

  /** A batch of two, and for each free size the least that the model admits. */
  private static Map<String, Long> sizes(ShapeReport report) {
    Map<String, Long> sizes = new HashMap<>(Map.of("N", BATCH));
    for (ModelInput input : report.inputs()) {
      for (int axis = 0; axis < input.shape().rank(); axis++) {
        for (String symbol : input.shape().dim(axis).symbols()) {
          SizeSet admitted = SizeSet.parse(input.accepts().get(axis).replaceAll(" \\(.*", ""));
          long size = 1;
          while (!admitted.contains(size) && size < MOST_TRIED) {
            size++;
          }
          sizes.putIfAbsent(symbol, size);
        }
      }
    }
    return sizes;
  }
}
