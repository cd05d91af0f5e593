package io.github.shapecheck.processor.diagnose.lint.window;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.diagnose.lint.flow.Sliding;
import io.github.shapecheck.processor.problem.ProblemId;
import java.util.List;

/**
 * Windows with cells between them that none reads. A kernel of 1 with a stride is how ResNet thins
 * out its shortcuts, so kernels of 1 stay silent.
 */
public final class StrideGap implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    for (Sliding axis : node.windows()) {
      if (hasGaps(axis)) {
        findings.add(
            ProblemId.STRIDE_GAP,
            node,
            node.place("stride", "dilation", "kernel_size"),
            "jumps over "
                + axis.count(axis.skipped())
                + " of "
                + axis.size()
                + ": kernel "
                + axis.kernel()
                + (axis.dilation() > 1 ? " with dilation " + axis.dilation() : "")
                + " moves by "
                + axis.stride()
                + "; use a stride of at most "
                + (axis.dilation() > 1 ? "1" : axis.kernel()),
            Changes.set(node, "stride", strides(node)));
        return;
      }
    }
  }

  private static List<Long> strides(Node node) {
    return node.windows().stream()
        .map(axis -> axis.dilation() > 1 ? 1 : Math.min(axis.stride(), axis.kernel()))
        .toList();
  }

  /** Whether there are cells between the windows that none reads. */
  static boolean hasGaps(Sliding axis) {
    return axis.kernel() > 1 && axis.skipped() > 0;
  }
}
