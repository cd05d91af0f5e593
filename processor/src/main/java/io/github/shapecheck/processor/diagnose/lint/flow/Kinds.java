package io.github.shapecheck.processor.diagnose.lint.flow;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.value.Tensor;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kinds of operations lints take for alike, and what values pass through. */
public final class Kinds {
  private static final Set<Kind> SOFTMAX = EnumSet.of(Kind.SOFTMAX, Kind.LOG_SOFTMAX);
  private static final Set<Kind> PROBABILITY = EnumSet.of(Kind.SOFTMAX, Kind.SIGMOID);
  private static final Set<Kind> TAKES_SCORES = EnumSet.of(Kind.CROSS_ENTROPY, Kind.SCORE_LOSS);
  private static final Set<Kind> AFFINE =
      EnumSet.of(Kind.LINEAR, Kind.CONVOLUTION, Kind.TRANSPOSED_CONVOLUTION);
  private static final Set<Kind> RESHAPING =
      EnumSet.of(
          Kind.RESHAPE, Kind.FLATTEN, Kind.UNFLATTEN, Kind.SQUEEZE, Kind.UNSQUEEZE, Kind.PERMUTE);

  private Kinds() {}

  public static boolean isSoftmax(Node node) {
    return SOFTMAX.contains(node.kind());
  }

  /** Whether the result lies between 0 and 1. */
  public static boolean isProbability(Node node) {
    return PROBABILITY.contains(node.kind());
  }

  /** Whether it is a loss that applies the sigmoid or softmax itself. */
  public static boolean takesScores(Kind kind) {
    return TAKES_SCORES.contains(kind);
  }

  /** Whether it is a linear map or a convolution, whose results may be any numbers. */
  public static boolean isAffine(Node node) {
    return AFFINE.contains(node.kind());
  }

  /**
   * The operation from which a tensor has its values: what only passes, drops or rearranges them is
   * left out.
   */
  public static @Nullable Node source(Node reader, Tensor tensor) {
    return source(reader.flow(), tensor, true);
  }

  /** As {@link #source(Node, Tensor)} for a tensor that the model returns. */
  public static @Nullable Node source(Flow flow, Tensor tensor) {
    return source(flow, tensor, true);
  }

  /** As {@link #source(Node, Tensor)} without looking through what rearranges the values. */
  public static @Nullable Node plainSource(Node reader, Tensor tensor) {
    return source(reader.flow(), tensor, false);
  }

  private static @Nullable Node source(Flow flow, Tensor tensor, boolean rearranged) {
    Node node = flow.maker(tensor);
    while (node != null) {
      Kind kind = node.kind();
      boolean dropped = kind.training() == Kind.Training.DROPS;
      boolean passes = dropped || kind.isSame() || rearranged && RESHAPING.contains(kind);
      Tensor input = node.input();
      if (!passes || input == null) {
        return node;
      }
      node = flow.maker(input);
    }
    return null;
  }
}
