package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One operation of the forward pass.
 *
 * @param name the variable that its value is assigned to, else the layer or the function; unique
 * @param layer the field, of a submodule {@code layer1.conv1}; empty for functions
 * @param owner the name under which the layer's weights count once; "" for functions, and for a
 *     layer that the model does not hold, as in a plain list of Python
 * @param scope the submodule whose forward pass the operation is part of; "" for the model's own
 * @param op the layer's type or the function, e.g. {@code Conv2d}
 * @param from the names of the steps and inputs that it reads
 * @param attributes what the layer was made with, other than defaults; empty for functions
 * @param arguments what it was applied to, other than defaults
 * @param results what it produces: one tensor, or several where {@code tuple}
 * @param tuple whether the results come as a tuple
 * @param view whether the results share the memory of what they come from
 * @param weights the tensors of its layer
 * @param macs multiplications with additions, for one sample
 * @param field its receptive field on the first input, where it has one
 * @param derivation how its sizes come about
 * @param line where it stands; empty where the fields are applied in their order
 */
public record Step(
    String name,
    Optional<String> layer,
    String owner,
    String scope,
    String op,
    List<String> from,
    List<Argument> attributes,
    List<Argument> arguments,
    List<Tensor> results,
    boolean tuple,
    boolean view,
    List<Weight> weights,
    Dim macs,
    Optional<ReceptiveField> field,
    List<Derivation> derivation,
    Optional<SourceLine> line) {

  /** Copies the lists. */
  public Step {
    from = List.copyOf(from);
    attributes = List.copyOf(attributes);
    arguments = List.copyOf(arguments);
    results = List.copyOf(results);
    weights = List.copyOf(weights);
    derivation = List.copyOf(derivation);
  }

  /** The shape of the only result, or of the first of a tuple. */
  public Shape output() {
    if (results.isEmpty()) {
      throw new NoSuchElementException("step " + name + " gives no tensor");
    }
    return results.get(0).shape();
  }

  /** The shapes of all results. */
  public List<Shape> outputs() {
    return results.stream().map(Tensor::shape).toList();
  }

  /** The shape of a weight of this step's layer, e.g. {@code weight("bias")}. */
  public Shape weight(String weightName) {
    for (Weight weight : weights) {
      if (weight.name().equals(weightName)) {
        return weight.shape();
      }
    }
    throw new NoSuchElementException(
        Names.unknown("weight", weightName, weights.stream().map(Weight::name).toList()));
  }

  /** The number of trainable parameters of this step's layer. */
  public Dim params() {
    return Layer.count(weights, true);
  }

  /** The memory of its results; 0 for a view, which has none of its own. */
  public Dim activationBytes() {
    Sum sum = new Sum();
    for (Tensor result : view ? List.<Tensor>of() : results) {
      sum.add(result::bytes);
    }
    return sum.total();
  }

  Step with(Map<String, Dim> sizes) {
    return new Step(
        name,
        layer,
        owner,
        scope,
        op,
        from,
        attributes.stream().map(a -> a.with(sizes)).toList(),
        arguments.stream().map(a -> a.with(sizes)).toList(),
        results.stream().flatMap(r -> r.with(sizes).stream()).toList(),
        tuple,
        view,
        weights.stream().map(w -> w.with(sizes)).toList(),
        macs.with(sizes),
        field.map(f -> f.with(sizes)),
        derivation.stream().map(d -> d.with(sizes)).toList(),
        line);
  }
}
