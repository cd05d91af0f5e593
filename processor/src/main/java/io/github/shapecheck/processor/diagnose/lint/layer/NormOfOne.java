package io.github.shapecheck.processor.diagnose.lint.layer;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/** A normalization over a single value, which becomes 0 whatever it was. */
public final class NormOfOne implements Lint {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    if (input == null || !node.call().isLayer()) {
      return;
    }
    Dim values =
        switch (node.kind()) {
          case LAYER_NORM -> Shape.of(node.call().dims("normalized_shape")).numel();
          case GROUP_NORM -> group(node, input);
          default -> Dim.unknown();
        };
    if (values.equals(ONE)) {
      String parameter = node.kind() == Kind.LAYER_NORM ? "normalized_shape" : "num_groups";
      findings.add(
          ProblemId.NORM_OF_ONE,
          node,
          node.place(parameter),
          "normalizes single values of "
              + input.shape()
              + ": whatever comes in, only its bias goes out; "
              + (parameter.equals("num_groups") ? "use fewer groups" : "normalize more axes"),
          parameter.equals("num_groups") ? Changes.set(node, parameter, Setting.of(1)) : List.of());
    }
  }

  private static Dim group(Node node, Tensor input) {
    Dim values = input.dim(1);
    for (int axis = 2; axis < input.rank(); axis++) {
      values = values.times(input.dim(axis));
    }
    return values.dividedBy(node.call().dim("num_groups")).orElse(Dim.unknown());
  }
}
