package io.github.shapecheck.processor.diagnose.lint.layer;

import io.github.shapecheck.processor.diagnose.lint.flow.Batch;
import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;

/**
 * Dropout of whole channels on a tensor that has none, about which PyTorch warns at run time or
 * which takes the samples of the batch for channels.
 */
public final class ChannelDropout implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    int axes = node.step().operation().axes();
    if (input == null || node.kind().training() != Kind.Training.DROPS || axes == 0) {
      return;
    }
    // With one axis less PyTorch sees a sample without batch, so that N is its channels.
    boolean isSample = axes != 2 && input.rank() == axes + 1;
    boolean fits = input.rank() == axes + 2 || isSample && !Batch.isIn(input.dim(0));
    if (fits) {
      return;
    }
    findings.add(
        ProblemId.CHANNEL_DROPOUT,
        node,
        node.place(),
        "drops whole channels of [N, C"
            + (axes == 1 ? ", L" : axes == 2 ? ", H, W" : ", D, H, W")
            + "] but receives "
            + input.shape()
            + (isSample ? ", of which it drops whole samples" : "")
            + ": use "
            + fitting(node, input),
        repairs(node, fitting(node, input)));
  }

  private static String fitting(Node node, Tensor input) {
    boolean hasChannels = input.rank() == 3 && node.step().operation().axes() == 2;
    return Operation.withoutAxes(node.step().op()) + (hasChannels ? "1d" : "");
  }

  private static List<Edit> repairs(Node node, String fitting) {
    return node.call().isLayer()
        ? Changes.layer(node, fitting)
        : Changes.text(node, node.step().place(), call -> call.replace(node.step().op(), fitting));
  }
}
