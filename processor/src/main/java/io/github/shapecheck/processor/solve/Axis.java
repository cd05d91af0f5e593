package io.github.shapecheck.processor.solve;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Axes of an input that take the same size.
 *
 * @param input the input's place among the model's
 * @param axes places in the sample's shape, without the batch
 */
record Axis(int input, List<Integer> axes) {
  static Axis of(int input, int axis) {
    return new Axis(input, List.of(axis));
  }

  /** The size that the first of the axes has in a model. */
  Dim size(Model model) {
    return model.root().inputs().get(input).sample().dim(axes.get(0));
  }

  /** The model with another size on the axes. */
  Model with(Model model, Dim size) {
    List<InputDeclaration> inputs = new ArrayList<>(model.root().inputs());
    InputDeclaration declared = inputs.get(input);
    Shape sample = declared.sample();
    for (int axis : axes) {
      sample = sample.with(axis, size);
    }
    inputs.set(input, declared.withSample(sample));
    return model.withRoot(model.root().withInputs(inputs));
  }
}
