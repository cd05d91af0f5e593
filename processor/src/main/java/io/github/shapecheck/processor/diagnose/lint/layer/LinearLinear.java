package io.github.shapecheck.processor.diagnose.lint.layer;

import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Kinds;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.diagnose.rerun.AddedLayer;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.List;

/**
 * Two linear maps with nothing between them, which are one. A narrow waist between them is a
 * factorization that saves weights, so it stays silent.
 */
public final class LinearLinear implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    Tensor output = node.output();
    if (node.kind() != Kind.LINEAR || !node.call().isLayer() || input == null || output == null) {
      return;
    }
    Node first = Kinds.plainSource(node, input);
    if (first == null
        || first.kind() != Kind.LINEAR
        || !first.call().isLayer()
        || !isOnlyFor(first, node)) {
      return;
    }
    Tensor start = first.input();
    Dim in = start == null ? Dim.unknown() : start.dim(-1);
    Dim middle = input.dim(-1);
    Dim out = output.dim(-1);
    if (!in.isConstant() || !middle.isConstant() || !out.isConstant()) {
      return;
    }
    if (middle.value() >= Math.min(in.value(), out.value())) {
      findings.add(
          ProblemId.LINEAR_LINEAR,
          node,
          node.place(),
          "follows "
              + first.name()
              + " with nothing between but linear maps: both together are one Linear(in = "
              + in
              + ", out = "
              + out
              + "); put an activation such as @ReLU between them",
          node.step().layer() == null
              ? List.of()
              : List.of(
                  AddedLayer.of(Catalogue.layer(Kind.RECTIFIER, 0)).before(node.step().layer())));
    }
  }

  /** Whether whatever reads the first layer leads to the second. */
  private static boolean isOnlyFor(Node first, Node second) {
    Node next = first.onlyReader();
    while (next != null && next != second) {
      next = next.onlyReader();
    }
    return next == second;
  }
}
