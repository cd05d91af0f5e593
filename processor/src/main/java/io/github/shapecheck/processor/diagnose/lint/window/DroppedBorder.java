package io.github.shapecheck.processor.diagnose.lint.window;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.diagnose.lint.flow.Sliding;
import io.github.shapecheck.processor.diagnose.lint.flow.Words;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows that end before the map does, so that its last rows or columns are never read.
 *
 * <p>One column of a wide map is nothing that anybody misses: ResNet's padding, Inception's valid
 * convolutions at 299 pixels and wav2vec's last frame stay silent. From a twentieth of the map on
 * people do: a 2x2 pool over 7x7 ignores 13 of 49 positions.
 */
public final class DroppedBorder implements Lint {
  private static final double WORTH_TELLING = 0.05;

  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    List<Sliding> axes = node.windows();
    boolean tells = share(axes) >= WORTH_TELLING && axes.stream().noneMatch(StrideGap::hasGaps);
    if (input == null || !tells || isReadElsewhere(node, input)) {
      return;
    }
    List<String> lost = new ArrayList<>();
    List<String> whole = new ArrayList<>();
    for (Sliding axis : axes) {
      if (axis.dropped() > 0) {
        lost.add("the last " + axis.count(axis.dropped()) + " of " + axis.size());
        long fits = axis.size() - axis.dropped();
        String sizes = fits + " or " + (fits + axis.stride()) + " " + axis.axis() + "s";
        if (whole.isEmpty()) {
          whole.add(sizes);
        }
      }
    }
    findings.add(
        ProblemId.DROPPED_BORDER,
        node,
        node.place("stride", "kernel_size"),
        "never reads "
            + Words.and(lost)
            + " ("
            + Math.round(100 * share(axes))
            + "% of "
            + input.shape()
            + "): pad"
            + (node.call().knows("ceil_mode") ? ", set ceilMode = true" : "")
            + " or give it "
            + whole.get(0),
        repairs(node, axes));
  }

  private static List<Edit> repairs(Node node, List<Sliding> axes) {
    if (!node.call().isLayer()) {
      return node.call().knows("ceil_mode") ? Changes.argument(node, "ceil_mode=True") : List.of();
    }
    List<Edit> repairs = new ArrayList<>(Changes.set(node, "ceil_mode", new Setting.Flag(true)));
    List<Long> padding =
        axes.stream().map(axis -> axis.before() + (axis.dropped() > 0 ? 1 : 0)).toList();
    repairs.addAll(Changes.set(node, "padding", padding));
    return repairs;
  }

  /** The part of the map behind the last windows. */
  private static double share(List<Sliding> axes) {
    double read = 1;
    for (Sliding axis : axes) {
      read *= (double) (axis.size() - axis.dropped()) / Math.max(1, axis.size());
    }
    return 1 - read;
  }

  /** What another branch reads is not lost. */
  private static boolean isReadElsewhere(Node node, Tensor input) {
    return node.flow().isReturned(input.source())
        || node.flow().readers(input.source()).stream()
            .anyMatch(reader -> reader != node && share(reader.windows()) == 0);
  }
}
