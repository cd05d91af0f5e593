package io.github.shapecheck.processor.diagnose.lint.axis;

import io.github.shapecheck.processor.diagnose.lint.flow.Batch;
import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;

/**
 * A recurrent or attention layer that takes the batch for its time axis, so that the samples of a
 * batch influence each other.
 */
public final class BatchAsTime implements Lint {
  private static final List<String> SEQUENCES =
      List.of("input", "query", "key", "src", "tgt", "memory");

  @Override
  public void check(Node node, Findings findings) {
    if (node.kind() == Kind.ATTENTION && !node.call().isLayer()) {
      checkFunction(node, findings);
    }
    if (!node.call().isLayer() || !node.call().knows("batch_first")) {
      return;
    }
    boolean batchFirst = node.call().flag("batch_first");
    for (String parameter : SEQUENCES) {
      Tensor sequence = node.tensor(parameter);
      if (sequence != null && isTime(sequence, batchFirst)) {
        report(node, parameter, sequence, batchFirst, findings);
        return;
      }
    }
  }

  private static void checkFunction(Node node, Findings findings) {
    Tensor key = node.tensor("key");
    if (key != null && key.rank() > 1 && Batch.isIn(key.dim(-2)) && Batch.count(key) == 1) {
      findings.add(
          ProblemId.BATCH_AS_TIME,
          node,
          node.place("key"),
          "attends along axis "
              + (key.rank() - 2)
              + " of "
              + key.shape()
              + ", the batch, so samples influence each other: the time stands in front of the"
              + " features, and the batch before it");
    }
  }

  private static boolean isTime(Tensor sequence, boolean batchFirst) {
    int time = sequence.rank() == 3 && batchFirst ? 1 : 0;
    return (sequence.rank() == 2 || sequence.rank() == 3)
        && Batch.isIn(sequence.dim(time))
        && Batch.count(sequence) == 1;
  }

  private static void report(
      Node node, String parameter, Tensor sequence, boolean batchFirst, Findings findings) {
    if (sequence.rank() == 2) {
      findings.add(
          ProblemId.BATCH_AS_TIME,
          node,
          node.place(parameter),
          "takes "
              + sequence.shape()
              + " for one sequence of N steps: every sample becomes a step of the same sequence;"
              + " give each its own with unsqueeze(1) and batchFirst = true");
      return;
    }
    findings.add(
        ProblemId.BATCH_AS_TIME,
        node,
        node.place("batch_first"),
        "takes the batch N of "
            + sequence.shape()
            + " for the time and "
            + sequence.dim(batchFirst ? 0 : 1)
            + " for the batch, so samples influence each other: set batchFirst = "
            + !batchFirst,
        Changes.set(node, "batch_first", new Setting.Flag(!batchFirst)));
  }
}
