package io.github.shapecheck.processor.diagnose.lint.loss;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Kinds;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;

/** A softmax over a single value, which is 1 whatever the value: of one class, or of one key. */
public final class SoftmaxOfOne implements Lint {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    if (input == null) {
      return;
    }
    if (Kinds.isSoftmax(node)) {
      int axis = SoftmaxAxis.of(node, input).axis();
      if (axis >= 0 && input.dim(axis).equals(ONE)) {
        report(
            node,
            "dim",
            "runs along axis "
                + axis
                + " of "
                + input.shape()
                + ", which has one value: the result is always "
                + (node.kind() == Kind.LOG_SOFTMAX ? 0 : 1)
                + "; use sigmoid, or two classes",
            sigmoid(node),
            findings);
      }
    } else if (node.kind() == Kind.CROSS_ENTROPY) {
      boolean oneClass = input.rank() > 0 && input.dim(input.rank() == 1 ? 0 : 1).equals(ONE);
      if (oneClass && !input.dtype().isInteger()) {
        report(
            node,
            "input",
            "compares one class only, scores "
                + input.shape()
                + ": the loss is always 0; use BCEWithLogitsLoss, or two classes",
            List.of(),
            findings);
      }
    } else {
      attention(node, findings);
    }
  }

  private static void attention(Node node, Findings findings) {
    boolean layer = node.call().isLayer();
    Tensor key = node.kind() == Kind.ATTENTION ? node.tensor("key") : null;
    if (key == null
        || layer && (node.call().flag("add_bias_kv") || node.call().flag("add_zero_attn"))) {
      return;
    }
    int time = layer ? key.rank() == 3 && node.call().flag("batch_first") ? 1 : 0 : key.rank() - 2;
    if (time >= 0 && key.dim(time).equals(ONE)) {
      report(
          node,
          "key",
          "attends to one key, "
              + key.shape()
              + ": its weight is always 1, so query and key do nothing; give it a sequence or use a"
              + " Linear",
          List.of(),
          findings);
    }
  }

  /** The function of one score; behind logarithms there is none that is as short. */
  private static List<Edit> sigmoid(Node node) {
    if (node.kind() == Kind.LOG_SOFTMAX) {
      return List.of();
    }
    return node.step().layer() == null
        ? Changes.rewritten(node, subject -> "torch.sigmoid(" + subject + ")")
        : Changes.layer(node, Kind.SIGMOID, Map.of());
  }

  private static void report(
      Node node, String parameter, String message, List<Edit> repairs, Findings findings) {
    findings.add(ProblemId.SOFTMAX_OF_ONE, node, node.place(parameter), message, repairs);
  }
}
