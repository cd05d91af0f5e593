package io.github.shapecheck.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import io.github.shapecheck.djl.operation.Types;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.report.Weight;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds a DJL network that was written by hand against a report: the shapes of its parameters in
 * order, and of what its layers give.
 *
 * <p>Of a {@link SequentialBlock}, nested ones too, every layer is seen. Of another block only the
 * parameters of its children and its result are: DJL tells nobody what a block that calls its own
 * fields does.
 */
public final class Conformity {
  private static final long BATCH = 2;
  private static final long MOST_TRIED = 4096;

  private final ShapeReport report;
  private final List<String> differences = new ArrayList<>();
  private final Map<Block, Shape> outputs = new LinkedHashMap<>();

  private Conformity(ShapeReport report) {
    this.report = report;
  }

  /**
   * Compares, with zeros as input; a block that has not been initialized is so only meanwhile.
   *
   * @throws IllegalArgumentException if there are differences, with all of them
   */
  public static void check(ShapeReport report, Block block, NDManager manager) {
    List<String> differences = differences(report, block, manager);
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "the block is not " + report.model() + ":\n  " + String.join("\n  ", differences));
    }
  }

  /**
   * The same in memory of its own.
   *
   * @throws IllegalArgumentException if there are differences, with all of them
   */
  public static void check(ShapeReport report, Block block) {
    try (NDManager manager = NDManager.newBaseManager()) {
      check(report, block, manager);
    }
  }

  /**
   * Holds the shape of an array against a report.
   *
   * @param name an input, {@code output} or a step
   * @return the numbers that the free sizes have there
   * @throws IllegalArgumentException if it does not fit; the message says where and why
   */
  public static Map<String, Long> require(ShapeReport report, String name, Shape shape) {
    return report.require(name, shape.getShape());
  }

  /** What differs, one line for each; none if the block is the report's network. */
  public static List<String> differences(ShapeReport report, Block block, NDManager manager) {
    Conformity conformity = new Conformity(report);
    boolean fresh = !block.isInitialized();
    try (NDManager scope = manager.newSubManager()) {
      conformity.compare(block, scope);
    } finally {
      if (fresh) {
        block.clear();
      }
    }
    return conformity.differences;
  }

  private void compare(Block block, NDManager manager) {
    Map<String, Long> sizes = sizes();
    NDList inputs = new NDList();
    for (ModelInput input : report.inputs()) {
      inputs.add(manager.zeros(new Shape(input.shape().at(sizes)), Types.of(input.dtype())));
    }
    NDList results;
    try {
      if (!block.isInitialized()) {
        block.initialize(manager, DataType.FLOAT32, inputs.getShapes());
      }
      results = run(block, new ParameterStore(manager, false), inputs);
    } catch (RuntimeException e) {
      differences.add("the block fails for " + List.of(inputs.getShapes()) + ": " + e.getMessage());
      results = new NDList();
    }
    layers(block, sizes);
    for (int i = 0; i < Math.min(results.size(), report.results().size()); i++) {
      Shape expected = new Shape(report.results().get(i).shape().at(sizes));
      if (!results.get(i).getShape().equals(expected)) {
        differences.add("the block gives " + results.get(i).getShape() + ", the model " + expected);
      }
    }
  }

  private NDList run(Block block, ParameterStore store, NDList inputs) {
    NDList values = inputs;
    if (block instanceof SequentialBlock sequence) {
      for (Block child : sequence.getChildren().values()) {
        values = run(child, store, values);
      }
      return values;
    }
    values = block.forward(store, inputs, false);
    if (!values.isEmpty()) {
      outputs.put(block, values.head().getShape());
    }
    return values;
  }

  /** The blocks with parameters of their own, and the report's layers, one beside the other. */
  private void layers(Block block, Map<String, Long> sizes) {
    List<Block> blocks = new ArrayList<>();
    collect(block, blocks);
    for (int i = 0; i < Math.max(blocks.size(), report.layers().size()); i++) {
      if (i >= blocks.size()) {
        differences.add("the block has no layer for " + report.layers().get(i).path());
      } else if (i >= report.layers().size()) {
        differences.add("the model has no layer for " + name(i, blocks.get(i)));
      } else {
        layer(i, blocks.get(i), report.layers().get(i), sizes);
      }
    }
  }

  private static void collect(Block block, List<Block> into) {
    if (!block.getDirectParameters().isEmpty()) {
      into.add(block);
    }
    for (Block child : block.getChildren().values()) {
      collect(child, into);
    }
  }

  private static String name(int index, Block block) {
    return "layer " + (index + 1) + " of the block (" + block.getClass().getSimpleName() + ")";
  }

  private void layer(int index, Block block, Layer layer, Map<String, Long> sizes) {
    List<String> actual = new ArrayList<>();
    for (Parameter parameter : block.getDirectParameters().values()) {
      if (parameter.isInitialized()) {
        actual.add(parameter.getArray().getShape().toString());
      }
    }
    List<String> expected = new ArrayList<>();
    for (Weight weight : layer.weights()) {
      if (!weight.name().equals("num_batches_tracked")) {
        expected.add(new Shape(weight.shape().at(Map.of())).toString());
      }
    }
    if (!actual.equals(expected)) {
      differences.add(
          layer.path()
              + " ("
              + layer.type()
              + ") has parameters "
              + expected
              + ", but "
              + name(index, block)
              + " has "
              + actual);
      return;
    }
    Shape given = outputs.get(block);
    for (Step step : report.steps()) {
      if (step.owner().equals(layer.path()) && given != null) {
        Shape promised = new Shape(step.output().at(sizes));
        if (!given.equals(promised)) {
          differences.add(
              layer.path()
                  + " gives "
                  + promised
                  + ", but "
                  + name(index, block)
                  + " gives "
                  + given);
        }
        return;
      }
    }
  }

  /** A batch of two, and for each free size one that the model admits. */
  private Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>(Map.of("N", BATCH));
    for (ModelInput input : report.inputs()) {
      for (int axis = 0; axis < input.shape().rank(); axis++) {
        for (String symbol : input.shape().dim(axis).symbols()) {
          if (!symbol.equals("N") && axis < input.accepts().size()) {
            SizeSet admitted = SizeSet.parse(input.accepts().get(axis).replaceAll(" \\(.*", ""));
            long size = 1;
            while (!admitted.contains(size) && size < MOST_TRIED) {
              size++;
            }
            sizes.put(symbol, size);
          }
        }
      }
    }
    return sizes;
  }
}
