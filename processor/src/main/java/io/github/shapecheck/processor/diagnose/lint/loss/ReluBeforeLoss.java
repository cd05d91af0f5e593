package io.github.shapecheck.processor.diagnose.lint.loss;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Kinds;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A rectifier or a dropout on the scores of classes: a class can no longer be told to be unlikely,
 * or is struck out at random.
 */
public final class ReluBeforeLoss implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    Tensor input = scores(node);
    Node last = input == null ? null : node.maker(input);
    if (last == null) {
      return;
    }
    Tensor before = last.input();
    Node linear = before == null ? null : Kinds.plainSource(last, before);
    if (linear == null || linear.kind() != Kind.LINEAR || last.onlyReader() != node) {
      return;
    }
    if (last.kind() == Kind.RECTIFIER) {
      findings.add(
          ProblemId.RELU_BEFORE_LOSS,
          last,
          last.place(),
          "cuts the negative scores of "
              + linear.name()
              + " before "
              + node.name()
              + ": a class of score 0 gets no gradient any more; drop it behind the last layer",
          Changes.dropped(last));
    } else if (last.kind().training() == Kind.Training.DROPS) {
      findings.add(
          ProblemId.DROPOUT_ON_SCORES,
          last,
          last.place(),
          "strikes out scores of %s before %s: put it in front of %s"
              .formatted(linear.name(), node.name(), linear.name()),
          Changes.dropped(last));
    }
  }

  /** The scores of classes that a loss reads, or a softmax at the end of a network. */
  private static @Nullable Tensor scores(Node node) {
    if (Kinds.takesScores(node.kind())) {
      return node.tensor("input");
    }
    Node reader = node.onlyReader();
    boolean last = node.isReturned() || reader != null && reader.kind().isLoss();
    return last && Kinds.isSoftmax(node) ? node.input() : null;
  }
}
