package io.github.shapecheck.processor.diagnose.lint.loss;

import io.github.shapecheck.processor.diagnose.lint.flow.Batch;
import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Kinds;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;

/** A softmax along the batch: the samples of a batch share the probability among them. */
public final class SoftmaxOverBatch implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    if (input == null || !Kinds.isSoftmax(node)) {
      return;
    }
    SoftmaxAxis axis = SoftmaxAxis.of(node, input);
    if (axis.axis() < 0 || !Batch.isIn(input.dim(axis.axis())) || Batch.count(input) > 1) {
      return;
    }
    int classes = input.rank() == 2 ? 1 : -1;
    String better = input.rank() == 1 ? "" : ": write dim = " + classes;
    findings.add(
        ProblemId.SOFTMAX_OVER_BATCH,
        node,
        node.place("dim"),
        (axis.written() ? "sums to 1 along" : "without dim sums to 1 along")
            + " axis "
            + axis.axis()
            + " of "
            + input.shape()
            + ", the batch, so a sample's result depends on the others"
            + better,
        repairs(node, axis.written(), classes));
  }

  private static List<Edit> repairs(Node node, boolean written, int classes) {
    if (node.call().isLayer()) {
      return Changes.set(node, "dim", Setting.of(classes));
    }
    return written
        ? Changes.text(node, node.place("dim"), before -> String.valueOf(classes))
        : Changes.argument(node, "dim=" + classes);
  }
}
