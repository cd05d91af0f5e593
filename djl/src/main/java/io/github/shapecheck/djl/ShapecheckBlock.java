package io.github.shapecheck.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.shapecheck.djl.operation.Constant;
import io.github.shapecheck.djl.operation.Execution;
import io.github.shapecheck.djl.operation.Invocation;
import io.github.shapecheck.djl.operation.Mutations;
import io.github.shapecheck.djl.operation.Operation;
import io.github.shapecheck.djl.operation.Operations;
import io.github.shapecheck.djl.operation.Refusals;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ModelOutput;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.report.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The network of a report as a DJL block: it executes the steps that were checked, at any batch and
 * any sizes that the model admits.
 *
 * <p>Parameters are named as in PyTorch's {@code state_dict} ({@code layer1.0.bn2.running_mean}),
 * and their initial values are PyTorch's defaults, drawn with a seed. A bare {@code @Parameter}
 * begins with zeros.
 */
public final class ShapecheckBlock extends AbstractBlock {
  private final ShapeReport report;
  private final Mutations mutations;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Parameter> byName = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final HookRegistry hooks = new HookRegistry();
  private Map<List<Shape>, Map<String, Long>> known = Map.of();

  private ShapecheckBlock(ShapeReport report, long seed) {
    this.report = report;
    this.mutations = new Mutations(report);
    for (int i = 0; i < report.steps().size(); i++) {
      Step step = report.steps().get(i);
      String option = Refusals.reason(step);
      String reason = option.isEmpty() ? mutations.reason(i) : option;
      if (!reason.isEmpty()) {
        throw new IllegalArgumentException(
            report.model()
                + ": "
                + Selection.name(step)
                + " ("
                + step.op()
                + ")"
                + step.line().map(line -> ", " + line + ",").orElse("")
                + " "
                + reason);
      }
      operations.add(Operations.of(step).orElseThrow());
    }
    for (ModelOutput output : report.results()) {
      if (output.item() == Operand.Reference.SOME) {
        throw new IllegalArgumentException(
            report.model() + ": an output " + Refusals.REPEATED + ": " + output.from());
      }
    }
    for (Layer layer : report.layers()) {
      for (Weight weight : layer.weights()) {
        if (!weight.name().equals("num_batches_tracked")) {
          add(layer, weight, seed);
        }
      }
    }
    ReadTensors.requireKnown(report, byName.keySet());
  }

  /** The network of a report, its initial weights drawn with seed 0. */
  public static ShapecheckBlock of(ShapeReport report) {
    return of(report, 0);
  }

  /**
   * The network of a report.
   *
   * @param seed gives the same initial weights on every machine
   * @throws IllegalArgumentException if one of its operations does not run here: docs/djl.md lists
   *     those that do
   */
  public static ShapecheckBlock of(ShapeReport report, long seed) {
    return new ShapecheckBlock(report, seed);
  }

  private void add(Layer layer, Weight weight, long seed) {
    boolean bare = weight.name().equals(layer.path());
    String name = bare ? weight.name() : layer.path() + "." + weight.name();
    Parameter parameter =
        Parameter.builder()
            .setName(name)
            .setType(Parameter.Type.OTHER)
            .optRequiresGrad(weight.trainable())
            .optShape(new Shape(weight.shape().at(Map.of())))
            .optInitializer(InitialWeights.of(report, layer, weight, seed + 31L * name.hashCode()))
            .build();
    byName.put(name, addParameter(parameter));
    kinds.put(name, layer.type());
  }

  /** The report whose steps it executes. */
  public ShapeReport report() {
    return report;
  }

  /**
   * The parameter or buffer of that name in PyTorch's {@code state_dict}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Parameter parameter(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(report.model() + " has no parameter " + name);
    }
    return parameter;
  }

  /**
   * Gives a parameter or a buffer its values.
   *
   * @param name as in PyTorch's {@code state_dict}
   * @throws IllegalArgumentException if there is none of that name, or if it has another shape
   */
  public void set(String name, NDArray values) {
    Parameter parameter = parameter(name);
    if (!parameter.getShape().equals(values.getShape())) {
      throw new IllegalArgumentException(
          name + " has the shape " + parameter.getShape() + ", not " + values.getShape());
    }
    if (!parameter.isInitialized()) {
      parameter.initialize(values.getManager(), values.getDataType());
    }
    values.copyTo(parameter.getArray());
  }

  /** Calls a hook after every step of every forward pass. */
  public Hook onForward(Consumer<LayerCall> work) {
    return onForward(Selection.all(), work);
  }

  /** Calls a hook after the selected steps. */
  public Hook onForward(Selection selection, Consumer<LayerCall> work) {
    return hooks.add(HookRegistry.When.AFTER, selection, work);
  }

  /** Calls a hook before the selected steps, when there are no outputs yet. */
  public Hook onForwardPre(Selection selection, Consumer<LayerCall> work) {
    return hooks.add(HookRegistry.When.BEFORE, selection, work);
  }

  /**
   * Calls a hook with the gradients of parameters that a selection names, whenever {@link
   * #tellGradients} is called.
   */
  public Hook onParameterGradient(Selection selection, Consumer<Gradient> work) {
    return hooks.addForGradients(selection, work);
  }

  /**
   * Shows the gradients to their hooks: to be called between the backward pass and the trainer's
   * step, as {@link GradientListener} does.
   */
  public void tellGradients() {
    hooks.tellGradients(byName, kinds);
  }

  /** Begins an epoch: iterations are counted from 0 again. */
  public void beginEpoch() {
    hooks.beginEpoch();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
    Map<String, Long> sizes = sizes(shapes(inputs));
    NDManager manager = inputs.head().getManager();
    Device device = inputs.head().getDevice();
    NDList outputs = new NDList();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Execution run =
          new Execution(
              sizes, name -> store.getValue(parameter(name), device, training), manager, training);
      for (int i = 0; i < report.inputs().size(); i++) {
        run.put(report.inputs().get(i).name(), new NDList(inputs.get(i)));
      }
      Constant.with(manager, () -> steps(run));
      for (ModelOutput output : report.results()) {
        NDArray value = run.value(new Operand.Reference(output.from(), output.item()));
        value.attach(manager);
        outputs.add(value);
      }
      NDScope.unregister(outputs);
    }
    hooks.endIteration();
    return outputs;
  }

  private void steps(Execution run) {
    for (int i = 0; i < operations.size(); i++) {
      step(i, run);
    }
  }

  private void step(int index, Execution run) {
    Step step = report.steps().get(index);
    Invocation call = new Invocation(step, run);
    hooks.before(call);
    NDList results;
    try {
      results = operations.get(index).apply(call);
    } catch (ai.djl.engine.EngineException e) {
      throw new IllegalStateException(
          report.model() + ": " + step.name() + " (" + step.op() + "): " + e.getMessage(), e);
    }
    run.put(step.name(), results);
    for (Operand.Reference changed : mutations.rebound(index)) {
      run.rebind(changed, results.head());
    }
    hooks.after(call, results);
  }

  private static List<Shape> shapes(NDList inputs) {
    List<Shape> shapes = new ArrayList<>(inputs.size());
    for (NDArray input : inputs) {
      shapes.add(input.getShape());
    }
    return shapes;
  }

  /** The free sizes of inputs that fit; the last answer is kept. */
  private Map<String, Long> sizes(List<Shape> shapes) {
    Map<String, Long> last = known.get(shapes);
    if (last != null) {
      return last;
    }
    if (shapes.size() != report.inputs().size()) {
      throw new IllegalArgumentException(
          report.model()
              + " takes "
              + report.inputs().size()
              + " inputs but receives "
              + shapes.size());
    }
    Map<String, Long> sizes = new HashMap<>();
    for (int i = 0; i < shapes.size(); i++) {
      ModelInput input = report.inputs().get(i);
      report
          .require(input.name(), shapes.get(i).getShape())
          .forEach(
              (symbol, size) -> {
                Long before = sizes.putIfAbsent(symbol, size);
                if (before != null && !before.equals(size)) {
                  throw new IllegalArgumentException(
                      report.model() + ": " + symbol + " is " + before + " and " + size);
                }
              });
    }
    known = Map.of(shapes, sizes);
    return sizes;
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Map<String, Long> sizes = sizes(List.of(inputShapes));
    return report.results().stream()
        .map(result -> Invocation.shape(result.shape(), sizes))
        .toArray(Shape[]::new);
  }
}
