package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a model does to shapes, step by step, with its numbers.
 *
 * @param model the model's class name
 * @param inputs what goes in
 * @param steps the operations in execution order
 * @param results what comes out
 * @param layers the layers with weights, used or not, each once
 * @param conditions what holds of its free sizes
 */
public record ShapeReport(
    String model,
    List<ModelInput> inputs,
    List<Step> steps,
    List<ModelOutput> results,
    List<Layer> layers,
    Conditions conditions) {

  /** Copies the lists. */
  public ShapeReport {
    inputs = List.copyOf(inputs);
    steps = List.copyOf(steps);
    results = List.copyOf(results);
    layers = List.copyOf(layers);
  }

  /**
   * The report of a model; its layers are those that the steps apply, in this order, and then the
   * unused ones.
   */
  public static ShapeReport of(
      String model,
      List<ModelInput> inputs,
      List<Step> steps,
      List<ModelOutput> results,
      List<Layer> unused,
      Conditions conditions) {
    Map<String, Layer> layers = new LinkedHashMap<>();
    for (Step step : steps) {
      if (!step.weights().isEmpty() && !step.owner().isEmpty()) {
        layers.putIfAbsent(step.owner(), new Layer(step.owner(), step.op(), step.weights()));
      }
    }
    for (Layer layer : unused) {
      layers.putIfAbsent(layer.path(), layer);
    }
    return new ShapeReport(model, inputs, steps, results, List.copyOf(layers.values()), conditions);
  }

  /**
   * The step of that name, else the first step of that layer, else the steps of that submodule as
   * one: what goes into it and comes out, all its weights and its cost.
   *
   * @throws NoSuchElementException if there is none of these
   */
  public Step layer(String name) {
    for (Step step : steps) {
      if (step.name().equals(name)) {
        return step;
      }
    }
    return uses(name).stream()
        .findFirst()
        .or(() -> Group.of(steps, name))
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    Names.unknown("step or layer", name, steps.stream().map(Step::name).toList())));
  }

  /** All steps that apply a layer, in execution order. */
  public List<Step> uses(String layer) {
    return steps.stream().filter(s -> s.layer().filter(layer::equals).isPresent()).toList();
  }

  /**
   * The input of that name.
   *
   * @throws NoSuchElementException if there is none
   */
  public ModelInput input(String name) {
    return inputs.stream()
        .filter(i -> i.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    Names.unknown("input", name, inputs.stream().map(ModelInput::name).toList())));
  }

  /** The shapes that come out. */
  public List<Shape> outputs() {
    return results.stream().map(ModelOutput::shape).toList();
  }

  /**
   * The shape of the only output, or of the first of several.
   *
   * @throws NoSuchElementException if the model gives no tensor
   */
  public Shape output() {
    if (results.isEmpty()) {
      throw new NoSuchElementException(model + " has no output");
    }
    return results.get(0).shape();
  }

  /** The numbers of the whole model. */
  public Totals totals() {
    Sum macs = new Sum();
    Sum bytes = new Sum();
    for (ModelInput input : inputs) {
      bytes.add(input::bytes);
    }
    for (Step step : steps) {
      macs.add(step::macs);
      bytes.add(step::activationBytes);
    }
    List<Weight> weights = layers.stream().flatMap(l -> l.weights().stream()).toList();
    return new Totals(
        Layer.count(weights, true), Layer.count(weights, false), macs.total(), bytes.total());
  }

  /**
   * The memory that a run takes.
   *
   * @param batch how many samples at once
   * @throws IllegalArgumentException if other sizes are free: give them numbers by {@link #at}
   *     first
   */
  public Memory memory(long batch) {
    return Memory.of(symbols().contains("N") ? with(Map.of("N", batch)) : this);
  }

  /** The names of the sizes that are not known before run time: the batch N and free sizes. */
  public Set<String> symbols() {
    Set<String> names = new TreeSet<>();
    for (ModelInput input : inputs) {
      input.shape().dims().forEach(d -> names.addAll(d.symbols()));
    }
    return names;
  }

  /**
   * The same report with numbers for sizes that are not known before run time; others stay as they
   * are.
   *
   * @param sizes e.g. {@code Map.of("N", 8L, "H", 64L)}
   * @throws IllegalArgumentException if the model has no such size, does not admit the numbers, or
   *     goes another way for them than the report's formulas do; the message says which
   */
  public ShapeReport at(Map<String, Long> sizes) {
    new Admission(this).check(sizes);
    ShapeReport numbers;
    try {
      numbers = with(sizes);
    } catch (ArithmeticException noValue) {
      throw new IllegalArgumentException(
          model + ": a size has no value for " + new TreeMap<>(sizes), noValue);
    }
    boolean known = numbers.shapes().values().stream().allMatch(Shape::isKnown);
    if (!sizes.isEmpty() && (!known || results.isEmpty() || conditions.isLost())) {
      throw new IllegalArgumentException(model + ": not every shape is known for free sizes");
    }
    return numbers;
  }

  private ShapeReport with(Map<String, Long> sizes) {
    Map<String, Dim> dims = new HashMap<>();
    sizes.forEach((name, size) -> dims.put(name, Dim.of(size)));
    return new ShapeReport(
        model,
        inputs.stream().map(i -> i.with(dims)).toList(),
        steps.stream().map(s -> s.with(dims)).toList(),
        results.stream().map(r -> r.with(dims)).toList(),
        layers.stream().map(l -> l.with(dims)).toList(),
        conditions.with(dims));
  }

  /**
   * Holds the shape of an array at run time against this report.
   *
   * @param name an input, {@code output} ({@code output_1}, ... for further ones) or a step
   * @param shape the array's shape, with the batch
   * @return the numbers that the free sizes have here
   * @throws IllegalArgumentException if the shape does not fit; the message says where and why
   * @throws NoSuchElementException if there is nothing of that name
   */
  public Map<String, Long> require(String name, long... shape) {
    return new Admission(this).require(name, shape);
  }

  /** The names that {@link #require} knows. */
  Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    inputs.forEach(i -> shapes.put(i.name(), i.shape()));
    for (Step step : steps) {
      if (!step.results().isEmpty()) {
        shapes.putIfAbsent(step.name(), step.output());
      }
    }
    for (int i = 0; i < results.size(); i++) {
      shapes.putIfAbsent(i == 0 ? "output" : "output_" + i, results.get(i).shape());
    }
    return shapes;
  }

  /** The contract's JSON. */
  public String toJson() {
    return new JsonRendering(this).text();
  }

  /** A section with a table, for README files and pull requests. */
  public String toMarkdown() {
    return new MarkdownRendering(this).text();
  }

  /** Comma-separated values, one step a line, for spreadsheets. */
  public String toCsv() {
    return new CsvRendering(this).text();
  }

  /** A flow chart in Mermaid's language, modules folded where there are more than 60 nodes. */
  public String toMermaid() {
    return new MermaidRendering(this).text();
  }

  /**
   * A flow chart in Mermaid's language.
   *
   * @param depth how many levels of submodules are shown; deeper ones are one node each, 0 shows
   *     the model's own layers only
   */
  public String toMermaid(int depth) {
    return new MermaidRendering(this, depth).text();
  }

  /** One page with a picture of the network, which needs no other file. */
  public String toHtml() {
    return new HtmlRendering(this).text();
  }

  /** A table for people, at most 80 columns wide. */
  @Override
  public String toString() {
    return toString(TableOptions.defaults());
  }

  /** A table for people, as wide, deep and detailed as told. */
  public String toString(TableOptions options) {
    return new TableRendering(this, options).text();
  }

  List<String> names() {
    return new ArrayList<>(shapes().keySet());
  }
}
