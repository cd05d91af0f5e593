package io.github.shapecheck.processor.diagnose.lint.window;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.diagnose.lint.flow.Sliding;
import io.github.shapecheck.processor.diagnose.lint.flow.Words;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A convolution larger than what it slides over: the outer cells of its kernel never see anything
 * but padding.
 *
 * <p>The receptive field of a whole network may well exceed its input (that of ResNet-50 is 483 at
 * 224 pixels), so only the kernel of a single layer is held against its own input: a 3x3 kernel
 * over the 1x1 map that VGG or ResNet makes of a 32x32 image is a 1x1 kernel with nine times the
 * weights.
 */
public final class ReceptiveField implements Lint {
  /** A 3x3 kernel over 2x2 still learns with every cell, as VGG does behind four pools of 32. */
  private static final long LARGE_KERNEL = 5;

  @Override
  public void check(Node node, Findings findings) {
    List<Sliding> axes = node.windows();
    if (node.weight("weight") == null || axes.isEmpty()) {
      return;
    }
    long cells = 1;
    long alive = 1;
    boolean hangsOver = false;
    for (Sliding axis : axes) {
      cells *= axis.kernel();
      alive *= axis.alive();
      hangsOver |=
          axis.dilation() == 1 && axis.kernel() > axis.size() && axis.kernel() >= LARGE_KERNEL;
    }
    if (alive == 0 || alive >= cells && !hangsOver) {
      return;
    }
    String kernel = Words.times(axes.stream().map(Sliding::kernel).toList());
    String map = Words.times(axes.stream().map(Sliding::size).toList());
    findings.add(
        ProblemId.RECEPTIVE_FIELD,
        node,
        node.place("kernel_size"),
        "has a kernel of "
            + kernel
            + " over a map of "
            + map
            + ": "
            + (alive < cells
                ? cells - alive + " of its " + cells + " cells only ever see padding"
                : "each of its windows hangs over the edge")
            + "; give the model a larger input or the layer a smaller kernel",
        Changes.set(node, ofOne()));
  }

  /** A kernel of one cell, which needs no padding. */
  private static Map<String, Setting> ofOne() {
    Map<String, Setting> parameters = new LinkedHashMap<>();
    parameters.put("kernel_size", Setting.of(1));
    parameters.put("padding", Setting.of(0));
    return parameters;
  }
}
