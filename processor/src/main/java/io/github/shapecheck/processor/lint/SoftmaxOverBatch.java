package io.github.shapecheck.processor.lint;

import io.github.shapecheck.processor.op.Tensor;
import io.github.shapecheck.processor.problem.ProblemId;

/** A softmax along the batch: the samples of a batch share the probability among them. */
final class SoftmaxOverBatch implements Lint {
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
    String better = input.rank() == 1 ? "" : ": write dim = " + (input.rank() == 2 ? 1 : -1);
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
            + better);
  }
}
