package io.github.shapecheck.processor.diagnose.lint.layer;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Kinds;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A bias that the next layer takes away: a normalization over batch or map subtracts the mean of
 * every channel and with it the channel's bias.
 */
public final class BiasBeforeNorm implements Lint {
  @Override
  public void check(Node node, Findings findings) {
    Weights.Weight bias = node.weight("bias");
    Node norm = normBehind(node);
    if (bias == null || norm == null || !isNormalizedEverywhere(node)) {
      return;
    }
    findings.add(
        ProblemId.BIAS_BEFORE_NORM,
        node,
        node.place("bias"),
        "learns a bias of %s values that %s subtracts again: set bias = false"
            .formatted(bias.shape().numel(), norm.name()),
        Changes.set(node, "bias", new Setting.Flag(false)));
  }

  /** A layer that is applied several times needs its bias where one use is not normalized. */
  private static boolean isNormalizedEverywhere(Node node) {
    String owner = node.step().owner();
    return owner != null
        && node.flow().applications(owner).stream().allMatch(other -> normBehind(other) != null);
  }

  private static @Nullable Node normBehind(Node node) {
    Node reader = node.onlyReader();
    Tensor output = node.output();
    if (reader == null || output == null) {
      return null;
    }
    boolean norm = reader.kind() == Kind.BATCH_NORM || reader.kind() == Kind.INSTANCE_NORM;
    // The bias of a Linear stands along the last axis, a norm's channels along axis 1.
    boolean channels = Kinds.isAffine(node) && (node.kind() != Kind.LINEAR || output.rank() == 2);
    return norm && channels ? reader : null;
  }
}
