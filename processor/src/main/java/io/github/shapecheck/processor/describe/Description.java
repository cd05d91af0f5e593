package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.report.Conditions;
import io.github.shapecheck.report.Derivation;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ModelOutput;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Weight;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a trace into the report that users read: a pure function. */
public final class Description {
  private static final int LONGEST_DERIVATION = 10_000;

  private final Trace trace;
  private final Domain domain;
  private final List<? extends List<?>> accepts;

  private Description(Trace trace, List<? extends List<?>> accepts) {
    this.trace = trace;
    this.domain = Interpreter.domain(trace.model());
    this.accepts = accepts;
  }

  /**
   * The report of a trace.
   *
   * @param model the class's name as the report gives it
   * @param accepts for each input the sizes that each axis admits; empty where they are not known
   */
  public static ShapeReport of(Trace trace, String model, List<? extends List<?>> accepts) {
    Description description = new Description(trace, accepts);
    return ShapeReport.of(
        model,
        description.inputs(),
        description.steps(),
        description.outputs(),
        description.unused(),
        new Conditions(description.where(), formulas(trace)));
  }

  private static Condition formulas(Trace trace) {
    boolean known = !trace.isLost() && trace.steps().stream().allMatch(s -> s.times().isKnown());
    return known || !trace.model().hasFreeSizes() ? trace.formulas() : Condition.never();
  }

  private Condition where() {
    Condition where = Condition.always();
    for (InputDeclaration input : trace.model().root().inputs()) {
      where = where.and(input.where().orElse(Condition.always()));
    }
    return where;
  }

  private List<ModelInput> inputs() {
    List<ModelInput> inputs = new ArrayList<>();
    for (Leaf leaf : trace.leaves()) {
      if (leaf.kind() == Leaf.Kind.INPUT) {
        List<String> sizes =
            inputs.size() < accepts.size()
                ? accepts.get(inputs.size()).stream().map(Object::toString).toList()
                : List.of();
        inputs.add(new ModelInput(leaf.name(), leaf.shape(), leaf.dtype().torchName(), sizes));
      }
    }
    return inputs;
  }

  private List<io.github.shapecheck.report.Step> steps() {
    StepArguments given = new StepArguments(trace);
    SourceLines lines = new SourceLines(trace.model());
    List<Optional<ReceptiveField>> fields = ReceptiveFields.of(trace);
    List<io.github.shapecheck.report.Step> steps = new ArrayList<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      Step step = trace.steps().get(i);
      steps.add(
          new io.github.shapecheck.report.Step(
              trace.names().get(i),
              Optional.ofNullable(step.layer()),
              Optional.ofNullable(step.owner()).filter(trace.layers()::containsKey).orElse(""),
              step.scope(),
              step.op(),
              sources(step.arguments()),
              given.attributes(step),
              given.arguments(step),
              results(step),
              step.value() instanceof Value.Sequence || step.value() instanceof Value.Pieces,
              step.kind().memory() == Kind.Memory.VIEW,
              weights(step.weights()),
              domain.simplify(perSample(step)),
              fields.get(i),
              Derivations.of(step).stream().filter(Description::isReadable).toList(),
              lines.of(step.place())));
    }
    return steps;
  }

  private static boolean isReadable(Derivation derivation) {
    return derivation.toString().length() < LONGEST_DERIVATION;
  }

  private List<String> sources(List<Tensor> tensors) {
    return tensors.stream()
        .filter(t -> t.source() != Tensor.NOWHERE)
        .map(t -> trace.sourceName(t.source()))
        .distinct()
        .toList();
  }

  private List<io.github.shapecheck.report.Tensor> results(Step step) {
    Dim times = domain.simplify(step.times());
    return results(step.value()).stream().map(result -> result.repeated(times)).toList();
  }

  private List<io.github.shapecheck.report.Tensor> results(Value value) {
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().stream().flatMap(item -> results(item).stream()).toList();
    }
    if (value instanceof Value.Pieces pieces) {
      io.github.shapecheck.report.Tensor first = tensor(pieces.first());
      Dim others = domain.simplify(pieces.count().minus(1));
      return List.of(
          new io.github.shapecheck.report.Tensor(first.shape(), first.dtype(), others),
          tensor(pieces.last()));
    }
    return value instanceof Tensor tensor ? List.of(tensor(tensor)) : List.of();
  }

  private Shape simplified(Shape shape) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    dims.replaceAll(domain::simplify);
    return Shape.of(dims);
  }

  private io.github.shapecheck.report.Tensor tensor(Tensor tensor) {
    return new io.github.shapecheck.report.Tensor(
        simplified(tensor.shape()), tensor.dtype().torchName());
  }

  private static List<Weight> weights(Weights weights) {
    return weights.all().stream().map(w -> new Weight(w.name(), w.shape(), w.trainable())).toList();
  }

  /**
   * The count for one sample. Where a rule counted the whole batch, it divides the count; where it
   * counted one row of a batch that holds k rows of each sample, such as windows or frames, k
   * multiplies it.
   */
  private static Dim perSample(Step step) {
    Dim macs = step.macs();
    if (macs == null) {
      return Dim.of(0);
    } else if (macs.symbols().contains("N")) {
      return macs.dividedBy(InputDeclaration.BATCH).orElse(macs);
    } else if (step.arguments().isEmpty()) {
      return macs;
    }
    for (Dim dim : step.arguments().get(0).shape().dims()) {
      if (dim.symbols().contains("N")) {
        return dim.dividedBy(InputDeclaration.BATCH).map(macs::times).orElse(macs);
      }
    }
    return macs;
  }

  private List<ModelOutput> outputs() {
    StepArguments given = new StepArguments(trace);
    return trace.outputs().stream()
        .filter(t -> t.source() != Tensor.NOWHERE)
        .map(
            t ->
                new ModelOutput(trace.sourceName(t.source()), given.item(t), simplified(t.shape())))
        .toList();
  }

  /**
   * The layers with weights that no step applies, bare tensors included: the others are known from
   * the steps.
   */
  private List<Layer> unused() {
    Set<String> used = new HashSet<>();
    for (Step step : trace.steps()) {
      if (!step.weights().all().isEmpty()) { // a class of the user's reads its own by name
        used.add(step.owner());
      }
    }
    List<Layer> layers = new ArrayList<>();
    trace
        .layers()
        .forEach(
            (path, weights) -> {
              if (!weights.all().isEmpty() && !used.contains(path)) {
                layers.add(
                    new Layer(path, DeclaredTypes.of(trace.model(), path), weights(weights)));
              }
            });
    return layers;
  }
}
