package io.github.shapecheck.processor.diagnose.lint.loss;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Kinds;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;

/** Raw scores given to a loss that wants probabilities or their logarithms. */
public final class LogitsInLoss implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    boolean logarithms = node.kind() == Kind.LOG_PROBABILITY_LOSS;
    Tensor input = node.tensor("input");
    if (input == null || !logarithms && node.kind() != Kind.PROBABILITY_LOSS) {
      return;
    }
    Node source = Kinds.source(node, input);
    if (source == null) {
      return;
    }
    boolean raw = Kinds.isAffine(source) || source.kind() == Kind.RECTIFIER;
    if (raw || logarithms && Kinds.isProbability(source)) {
      findings.add(
          ProblemId.LOGITS_IN_LOSS,
          node,
          node.place("input"),
          "needs %s but receives what %s gives: %s"
              .formatted(
                  (logarithms ? "logarithms of probabilities" : "probabilities from 0 to 1"),
                  source.name(),
                  (logarithms ? "put log_softmax in between" : "put sigmoid in between")),
          Changes.text(
              node,
              node.place("input"),
              scores ->
                  logarithms ? "log_softmax(" + scores + ", dim=1)" : "sigmoid(" + scores + ")"));
    }
  }
}
