package io.github.shapecheck.processor.diagnose.lint;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.Set;

/**
 * A linear map of the width of a feature map, where a Flatten has most likely been forgotten: it
 * fits only because the width happens to be the declared {@code in}.
 */
final class LinearOnMap implements Lint {
  private static final Set<String> POINTWISE =
      Set.of(
          "relu",
          "relu6",
          "leakyrelu",
          "leaky_relu",
          "prelu",
          "elu",
          "selu",
          "gelu",
          "silu",
          "mish",
          "tanh",
          "sigmoid",
          "hardswish",
          "dropout",
          "dropout1d",
          "dropout2d",
          "dropout3d",
          "identity",
          "batchnorm1d",
          "batchnorm2d",
          "batchnorm3d",
          "instancenorm2d",
          "groupnorm");
  private static final int MOST_COLOURS = 4;

  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    if (!Kinds.isLinear(node) || input == null || input.rank() < 3) {
      return;
    }
    Node maker = node.maker(input);
    while (maker != null && Kinds.is(maker, POINTWISE) && maker.input() != null) {
      Tensor before = maker.input();
      maker = before == null ? null : maker.maker(before);
    }
    if (maker == null ? isImage(input) : isMap(maker)) {
      findings.add(
          ProblemId.LINEAR_ON_MAP,
          node,
          node.place("in_features"),
          "maps the last axis of "
              + input.shape()
              + ", the width "
              + input.dim(-1)
              + " of a map, and keeps the rest: flatten first, or permute if the channels are"
              + " meant");
    }
  }

  private static boolean isMap(Node maker) {
    String op = maker.kind();
    return op.startsWith("conv") || op.contains("pool") || op.startsWith("upsample");
  }

  /** Few channels in front of a width: an image as PyTorch lays it out. */
  private static boolean isImage(Tensor input) {
    Dim channels = input.dim(1);
    return input.rank() == 4
        && channels.isConstant()
        && channels.value() <= MOST_COLOURS
        && input.dim(3).isConstant()
        && input.dim(3).value() > MOST_COLOURS;
  }
}
