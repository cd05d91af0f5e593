package io.github.shapecheck.processor.diagnose.propose.input;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.propose.tensor.RankEdits;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proposes other element types for inputs, and labels of the shape of what they are compared with.
 */
public final class LabelEdits {
  private static final List<String> TYPES = List.of("long", "float");

  private LabelEdits() {}

  public static Stream<Edit> of(Failure failure) {
    Trace trace = failure.trace();
    Problem problem = failure.problem();
    List<Edit> edits = new ArrayList<>();
    List<InputDeclaration> inputs = new ArrayList<>(trace.model().root().inputs());
    Collections.reverse(inputs); // labels are declared behind what they label
    for (InputDeclaration input : inputs) {
      TYPES.forEach(type -> edits.add(new Edit.SetDtype(input.name(), type)));
    }
    int step = problem.step();
    if (step >= 0 && step < trace.steps().size()) {
      for (InputDeclaration input : inputs) {
        shapes(input, trace.steps().get(step))
            .forEach(sizes -> edits.add(RankEdits.edit(input, sizes)));
      }
    }
    return edits.stream();
  }

  /** The shapes of the other tensors, and those without their channels or last axis. */
  private static List<List<Long>> shapes(InputDeclaration input, Step step) {
    List<List<Long>> shapes = new ArrayList<>();
    for (Tensor tensor : step.arguments()) {
      List<Dim> dims = tensor.shape().dims();
      int batch = dims.indexOf(InputDeclaration.BATCH);
      List<Long> sizes =
          IntStream.range(0, dims.size())
              .filter(i -> i != batch && dims.get(i).isConstant())
              .mapToObj(i -> dims.get(i).value())
              .toList();
      if (sizes.size() == dims.size() - (batch < 0 ? 0 : 1)) {
        shapes.add(sizes);
        if (!sizes.isEmpty()) {
          shapes.add(sizes.subList(1, sizes.size()));
          shapes.add(sizes.subList(0, sizes.size() - 1));
        }
      }
    }
    shapes.removeIf(sizes -> input.sample().equals(shape(sizes)));
    return shapes;
  }

  private static Shape shape(List<Long> sizes) {
    return Shape.of(sizes.stream().map(Dim::of).toList());
  }
}
