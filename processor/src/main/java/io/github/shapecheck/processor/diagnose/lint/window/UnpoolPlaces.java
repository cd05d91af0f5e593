package io.github.shapecheck.processor.diagnose.lint.window;

import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Shape;

/**
 * Maxima that are put back into a map of another size than the one that they were taken from: the
 * indices count its places, so they lie elsewhere or outside.
 */
public final class UnpoolPlaces implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    Tensor indices = node.kind() == Kind.UNPOOL ? node.tensor("indices") : null;
    Node pool = indices == null ? null : node.maker(indices);
    Tensor pooled = pool == null || pool.kind() != Kind.POOL ? null : pool.input();
    Tensor output = node.output();
    if (pooled == null || output == null || pooled.rank() != output.rank()) {
      return;
    }
    Shape from = pooled.shape();
    for (int axis = -node.step().operation().axes(); axis < 0; axis++) {
      boolean known = from.dim(axis).isConstant() && output.dim(axis).isConstant();
      if (known && !from.dim(axis).equals(output.dim(axis))) {
        findings.add(
            ProblemId.UNPOOL_PLACES,
            node,
            node.place("output_size", "indices"),
            "puts maxima of a map "
                + from
                + " into one "
                + output.shape()
                + ", where their indices are other places or none; give it the output_size of that map");
        return;
      }
    }
  }
}
