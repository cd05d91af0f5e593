package io.github.shapecheck.processor.diagnose.lint;

import io.github.shapecheck.processor.value.Tensor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which operations do the same, as layers and as functions. */
final class Kinds {
  private static final Set<String> SOFTMAX =
      Set.of("softmax", "softmin", "log_softmax", "logsoftmax", "gumbel_softmax");
  private static final Set<String> PROBABILITY = Set.of("softmax", "softmax2d", "sigmoid");
  private static final Set<String> RECTIFIER = Set.of("relu", "relu6", "relu_");
  private static final Set<String> CROSS_ENTROPY = Set.of("cross_entropy", "crossentropyloss");
  private static final Set<String> LOGITS_LOSS =
      Set.of("binary_cross_entropy_with_logits", "bcewithlogitsloss");
  private static final Set<String> DROPPING =
      Set.of("dropout", "dropout1d", "dropout2d", "dropout3d", "alphadropout", "alpha_dropout");
  private static final Set<String> SAME =
      Set.of("identity", "contiguous", "clone", "detach", "to", "float", "double", "half", "type");
  private static final Set<String> RESHAPING =
      Set.of(
          "view",
          "reshape",
          "flatten",
          "unflatten",
          "squeeze",
          "unsqueeze",
          "permute",
          "transpose",
          "t",
          "movedim",
          "view_as",
          "reshape_as",
          "swapaxes");

  private Kinds() {}

  static boolean isSoftmax(Node node) {
    return SOFTMAX.contains(node.kind());
  }

  /** Whether the result lies between 0 and 1. */
  static boolean isProbability(Node node) {
    return PROBABILITY.contains(node.kind());
  }

  static boolean isRectifier(Node node) {
    return RECTIFIER.contains(node.kind());
  }

  static boolean isDropout(Node node) {
    return DROPPING.contains(node.kind());
  }

  static boolean isCrossEntropy(Node node) {
    return CROSS_ENTROPY.contains(node.kind());
  }

  /** Whether it is a loss that applies the sigmoid or softmax itself. */
  static boolean takesScores(Node node) {
    return isCrossEntropy(node) || LOGITS_LOSS.contains(node.kind());
  }

  static boolean isLinear(Node node) {
    return node.kind().equals("linear");
  }

  /** Whether it is a linear map or a convolution, whose results may be any numbers. */
  static boolean isAffine(Node node) {
    return isLinear(node) || node.kind().startsWith("conv");
  }

  /** Whether it is a loss. */
  static boolean isLoss(Node node) {
    String kind = node.kind();
    return kind.endsWith("loss") || kind.contains("cross_entropy") || kind.equals("kl_div");
  }

  /** Whether it is one of these functions, or the layer of that name without its capitals. */
  static boolean is(Node node, Set<String> kinds) {
    return kinds.contains(node.kind());
  }

  /**
   * The operation from which a tensor has its values: what only passes, drops or rearranges them is
   * left out.
   */
  static @Nullable Node source(Node reader, Tensor tensor) {
    return source(reader.flow(), tensor, true);
  }

  /** As {@link #source(Node, Tensor)} for a tensor that the model returns. */
  static @Nullable Node source(Flow flow, Tensor tensor) {
    return source(flow, tensor, true);
  }

  /** As {@link #source(Node, Tensor)} without looking through what rearranges the values. */
  static @Nullable Node plainSource(Node reader, Tensor tensor) {
    return source(reader.flow(), tensor, false);
  }

  private static @Nullable Node source(Flow flow, Tensor tensor, boolean rearranged) {
    Node node = flow.maker(tensor);
    while (node != null) {
      String kind = node.kind();
      boolean passes =
          SAME.contains(kind) || DROPPING.contains(kind) || rearranged && RESHAPING.contains(kind);
      Tensor input = node.input();
      if (!passes || input == null) {
        return node;
      }
      node = flow.maker(input);
    }
    return null;
  }
}
