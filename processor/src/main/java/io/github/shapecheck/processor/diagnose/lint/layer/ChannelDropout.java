package io.github.shapecheck.processor.diagnose.lint.layer;

import io.github.shapecheck.processor.diagnose.lint.flow.Batch;
import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;

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
            + ": use Dropout"
            + (input.rank() == 3 && axes == 2 ? "1d" : ""),
        Changes.text(
            node,
            node.step().place(),
            call -> {
              String name = node.step().op();
              String plain = Operation.withoutAxes(name);
              String fitting = input.rank() == 3 ? plain + "1d" : plain;
              return name.equals(plain) ? call : call.replace(name, fitting);
            }));
  }
}
