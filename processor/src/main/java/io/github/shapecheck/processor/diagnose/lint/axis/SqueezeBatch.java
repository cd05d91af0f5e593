package io.github.shapecheck.processor.diagnose.lint.axis;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;

/** A squeeze that drops the batch too where it is 1. */
public final class SqueezeBatch implements Lint {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    if (input == null || node.kind() != Kind.SQUEEZE) {
      return;
    }
    List<Dim> dims = input.shape().dims();
    int batch = dims.indexOf(InputDeclaration.BATCH);
    boolean all = !node.call().has("dim");
    if (batch < 0 || !all && !names(node.call().get("dim"), batch, input.rank())) {
      return;
    }
    int one = dims.indexOf(ONE);
    findings.add(
        ProblemId.SQUEEZE_BATCH,
        node,
        node.step().place(),
        "of "
            + input.shape()
            + " drops the batch too when N = 1: "
            + (one >= 0
                ? "write squeeze(" + one + ")"
                : "leave it out, for other N it does nothing"),
        one >= 0 ? Changes.method(node, "squeeze(" + one + ")") : Changes.dropped(node));
  }

  private static boolean names(Value dim, int batch, int rank) {
    if (dim instanceof Value.Sequence several) {
      return several.items().stream().anyMatch(item -> names(item, batch, rank));
    }
    Dim axis = dim.dim();
    return axis != null
        && axis.isConstant()
        && (axis.value() == batch || axis.value() + rank == batch);
  }
}
