package io.github.shapecheck.report;

import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts a report together for tests, one statement for each input and step. */
public final class ReportBuilder {
  private final String model;
  private final List<InputBuilder> inputs = new ArrayList<>();
  private final List<StepBuilder> steps = new ArrayList<>();
  private final List<LayerBuilder> unused = new ArrayList<>();
  private final List<ModelOutput> outputs = new ArrayList<>();

  ReportBuilder(String model) {
    this.model = Objects.requireNonNull(model, "model");
  }

  /** Adds an input of that name and shape, e.g. {@code "[N, 1, 28, 28]"}. */
  public InputBuilder input(String name, String shape) {
    InputBuilder input = new InputBuilder(name, Shape.parse(shape));
    inputs.add(input);
    return input;
  }

  /** Adds an operation; {@code op} is the layer's type or the function. */
  public StepBuilder step(String name, String op) {
    StepBuilder step = new StepBuilder(name, op);
    steps.add(step);
    return step;
  }

  /** The step that was added last, to say more about it. */
  public StepBuilder last() {
    return steps.get(steps.size() - 1);
  }

  /** Adds a layer with weights that no step applies. */
  public LayerBuilder unused(String path, String type) {
    LayerBuilder layer = new LayerBuilder(path, type);
    unused.add(layer);
    return layer;
  }

  /** The unused layer that was added last, to say more about it. */
  public LayerBuilder lastUnused() {
    return unused.get(unused.size() - 1);
  }

  /** Adds an output and the name of the step or input that it comes from. */
  public ReportBuilder output(String shape, String from) {
    outputs.add(new ModelOutput(from, 0, Shape.parse(shape)));
    return this;
  }

  /** The report as put together so far. */
  public ShapeReport build() {
    return ShapeReport.of(
        model,
        inputs.stream().map(InputBuilder::build).toList(),
        steps.stream().map(StepBuilder::build).toList(),
        outputs,
        unused.stream().map(LayerBuilder::build).toList(),
        Conditions.NONE);
  }
}
