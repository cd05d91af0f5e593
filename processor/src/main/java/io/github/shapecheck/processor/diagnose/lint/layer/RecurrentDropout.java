package io.github.shapecheck.processor.diagnose.lint.layer;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;

/** Dropout between the layers of a recurrent network that has only one. */
public final class RecurrentDropout implements Lint {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Node node, Findings findings) {
    if (node.kind() != Kind.RECURRENT
        || !node.call().knows("num_layers")
        || !node.call().dim("num_layers").equals(ONE)) {
      return;
    }
    double rate = node.call().real("dropout");
    if (rate > 0) {
      findings.add(
          ProblemId.RNN_DROPOUT,
          node,
          node.place("dropout"),
          "drops out between layers but has only 1: dropout = "
              + rate
              + " does nothing; set layers = 2 or put a @Dropout behind it",
          repairs(node));
    }
  }

  private static List<Edit> repairs(Node node) {
    List<Edit> repairs = new ArrayList<>(Changes.set(node, "num_layers", Setting.of(2)));
    repairs.addAll(Changes.set(node, "dropout", new Setting.Real(0)));
    return repairs;
  }
}
