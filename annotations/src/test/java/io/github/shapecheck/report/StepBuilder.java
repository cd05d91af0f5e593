package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a test says about one step; what it does not say is empty, 0 or false. */
public final class StepBuilder {
  private final String name;
  private final String op;
  private Optional<String> layer = Optional.empty();
  private String owner = "";
  private String scope = "";
  private List<String> from = List.of();
  private final List<Tensor> results = new ArrayList<>();
  private boolean tuple;
  private boolean view;
  private final List<Weight> weights = new ArrayList<>();
  private Dim macs = Dim.of(0);
  private List<Dim> field = List.of();
  private List<Ratio> jump = List.of();
  private List<Ratio> offset = List.of();
  private List<Derivation> derivation = List.of();

  StepBuilder(String name, String op) {
    this.name = name;
    this.op = op;
  }

  /** The field that is applied, of a submodule {@code layer1.conv1}. */
  public StepBuilder layer(String path) {
    layer = Optional.of(path);
    owner = path;
    return this;
  }

  /** The name under which the weights count once, where a field has several layers. */
  public StepBuilder owner(String name) {
    owner = name;
    return this;
  }

  /** The submodule whose forward pass the step is part of. */
  public StepBuilder scope(String path) {
    scope = path;
    return this;
  }

  /** The names of the steps and inputs that it reads. */
  public StepBuilder from(String... names) {
    from = List.of(names);
    return this;
  }

  /** Adds a result of 32-bit floating point numbers. */
  public StepBuilder output(String shape) {
    return output(shape, "float32");
  }

  /** Adds a result of the element type with PyTorch's name {@code dtype}. */
  public StepBuilder output(String shape, String dtype) {
    results.add(new Tensor(Shape.parse(shape), dtype));
    return this;
  }

  /** The results come as a tuple. */
  public StepBuilder tuple() {
    tuple = true;
    return this;
  }

  /** The result shares the memory of what it comes from. */
  public StepBuilder view() {
    view = true;
    return this;
  }

  /** Adds a trainable tensor. */
  public StepBuilder weight(String name, String shape) {
    weights.add(new Weight(name, Shape.parse(shape), true));
    return this;
  }

  /** Adds a tensor that is kept but not trained. */
  public StepBuilder buffer(String name, String shape) {
    weights.add(new Weight(name, Shape.parse(shape), false));
    return this;
  }

  /** The multiplications with additions, for one sample. */
  public StepBuilder macs(String count) {
    macs = Dim.parse(count);
    return this;
  }

  /** The size of the receptive field, per axis of the input. */
  public StepBuilder field(String... sizes) {
    field = Stream.of(sizes).map(Dim::parse).toList();
    return this;
  }

  /** The distance between the fields of neighbours, per axis of the input. */
  public StepBuilder jump(String... distances) {
    jump = Stream.of(distances).map(Ratio::parse).toList();
    return this;
  }

  /** The centre of the first field, per axis of the input. */
  public StepBuilder offset(String... centres) {
    offset = Stream.of(centres).map(Ratio::parse).toList();
    return this;
  }

  /** How the sizes come about, e.g. {@code "floor((28 - 5) / 1) + 1 = 24"}. */
  public StepBuilder derivation(String... lines) {
    derivation = Stream.of(lines).map(Derivation::parse).toList();
    return this;
  }

  Step build() {
    return new Step(
        name,
        layer,
        owner.isEmpty() && !weights.isEmpty() ? name : owner,
        scope,
        op,
        from,
        List.of(),
        from.stream().map(name -> new Argument("input", new Operand.Reference(name, 0))).toList(),
        results,
        tuple,
        view,
        weights,
        macs,
        field.isEmpty() ? Optional.empty() : Optional.of(new ReceptiveField(field, jump, offset)),
        derivation,
        Optional.empty());
  }
}
