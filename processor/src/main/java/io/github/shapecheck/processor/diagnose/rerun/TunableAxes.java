package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Edit;
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
public record TunableAxes(int input, List<Integer> axes) implements Tunable {
  public static TunableAxes of(int input, int axis) {
    return new TunableAxes(input, List.of(axis));
  }

  /** The size that the first of the axes has in a model. */
  public Dim size(Model model) {
    return model.root().inputs().get(input).sample().dim(axes.get(0));
  }

  @Override
  public Model with(Model model, Dim size) {
    List<InputDeclaration> inputs = new ArrayList<>(model.root().inputs());
    InputDeclaration declared = inputs.get(input);
    Shape sample = declared.sample();
    for (int axis : axes) {
      sample = sample.with(axis, size);
    }
    inputs.set(input, declared.withSample(sample));
    return model.withRoot(model.root().withInputs(inputs));
  }

  @Override
  public boolean takesRange() {
    return true;
  }

  @Override
  public Edit edit(Model model, long first, long last) {
    InputDeclaration declared = model.root().inputs().get(input);
    List<Edit.Range> ranges = new ArrayList<>();
    for (int i = 0; i < declared.sample().rank(); i++) {
      long size = declared.sample().dim(i).value();
      ranges.add(axes.contains(i) ? new Edit.Range(first, last) : new Edit.Range(size, size));
    }
    return new Edit.SetInput(declared.name(), ranges);
  }

  /** All combinations of the first, a middle and the last size. */
  @Override
  public List<Model> corners(Model model, Ends ends) {
    List<Model> corners = List.of(model);
    for (int axis : axes) {
      List<Model> more = new ArrayList<>();
      for (Model corner : corners) {
        for (long size : new long[] {ends.first(), (ends.first() + ends.last()) / 2, ends.last()}) {
          more.add(of(input, axis).with(corner, Dim.of(size)));
        }
      }
      corners = more;
    }
    return corners;
  }
}
