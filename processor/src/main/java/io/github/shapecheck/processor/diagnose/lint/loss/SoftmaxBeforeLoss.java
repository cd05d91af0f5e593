package io.github.shapecheck.processor.diagnose.lint.loss;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Kinds;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;

/** Probabilities given to a loss that makes probabilities of scores itself. */
public final class SoftmaxBeforeLoss implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.tensor("input");
    if (input == null || !Kinds.takesScores(node.kind())) {
      return;
    }
    Node source = Kinds.source(node, input);
    if (source == null || !Kinds.isProbability(source)) {
      return;
    }
    findings.add(
        ProblemId.SOFTMAX_BEFORE_LOSS,
        source,
        source.place(),
        "makes probabilities before "
            + node.name()
            + ", which does so itself: scores from 0 to 1 leave hardly any gradient; give it the"
            + " scores as they are",
        Changes.dropped(source));
  }
}
