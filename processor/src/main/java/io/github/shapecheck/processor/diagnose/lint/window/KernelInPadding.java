package io.github.shapecheck.processor.diagnose.lint.window;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.diagnose.lint.flow.Sliding;
import io.github.shapecheck.processor.problem.ProblemId;
import java.util.List;

/** A convolution with so much padding that some of its windows read nothing else. */
public final class KernelInPadding implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    if (node.weight("weight") == null) {
      return; // pools may not pad that much
    }
    for (Sliding axis : node.windows()) {
      long blind = axis.blind();
      if (blind > 0) {
        findings.add(
            ProblemId.KERNEL_IN_PADDING,
            node,
            node.place("padding", "kernel_size"),
            "makes "
                + axis.count(blind)
                + " of "
                + axis.windows()
                + " from padding alone: kernel "
                + axis.kernel()
                + " spans "
                + axis.extent()
                + " but the padding is "
                + axis.before()
                + "; pad at most "
                + (axis.extent() - 1),
            Changes.set(node, "padding", padding(node)));
        return;
      }
    }
  }

  private static List<Long> padding(Node node) {
    return node.windows().stream().map(axis -> Math.min(axis.before(), axis.extent() - 1)).toList();
  }
}
