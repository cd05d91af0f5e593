package io.github.shapecheck.processor.diagnose.lint.loss;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.List;

/** An argmax along an axis of one, which is always 0. */
public final class ArgmaxOfOne implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    if (input == null
        || input.rank() == 0
        || node.kind() != Kind.EXTREME
        || !node.call().has("dim")) {
      return;
    }
    Dim dim = node.call().get("dim").dim(); // max takes a second tensor there, too
    if (dim == null || !dim.isConstant()) {
      return;
    }
    int axis = node.call().axis("dim", input.rank());
    if (input.dim(axis).equals(Dim.of(1))) {
      findings.add(
          ProblemId.ARGMAX_OF_ONE,
          node,
          node.place("dim"),
          "runs along axis "
              + axis
              + " of "
              + input.shape()
              + ", which has one value: the index is always 0; compare with a threshold instead, "
              + "such as x > 0",
          node.step().outputs().size() == 1
              ? Changes.rewritten(node, scores -> "(" + scores + " > 0)")
              : List.of());
    }
  }
}
