package io.github.shapecheck.processor.diagnose.lint.window;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.diagnose.lint.flow.Words;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;

/**
 * An adaptive pool that has to make more cells than it gets and repeats them, as VGG's does for
 * images of 32x32.
 */
public final class AdaptiveRepeats implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    Tensor output = node.output();
    if (input == null || output == null || node.kind() != Kind.ADAPTIVE_POOL) {
      return;
    }
    int axes = node.step().operation().axes();
    List<Long> from = new ArrayList<>();
    List<Long> to = new ArrayList<>();
    boolean repeats = false;
    for (int axis = -axes; axis < 0; axis++) {
      Dim before = input.dim(axis);
      Dim after = output.dim(axis);
      if (!before.isConstant() || !after.isConstant()) {
        return;
      }
      from.add(before.value());
      to.add(after.value());
      repeats |= after.value() > before.value();
    }
    if (repeats) {
      findings.add(
          ProblemId.ADAPTIVE_REPEATS,
          node,
          node.place("output_size"),
          "makes "
              + Words.times(to)
              + " of a map of "
              + Words.times(from)
              + " by repeating its cells; give the model a larger input or pool to at most "
              + Words.times(from),
          Changes.set(node, "output_size", from));
    }
  }
}
