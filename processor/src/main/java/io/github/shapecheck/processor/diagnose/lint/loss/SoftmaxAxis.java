package io.github.shapecheck.processor.diagnose.lint.loss;

import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.value.Tensor;

/**
 * The axis along which a softmax sums to 1.
 *
 * @param written whether the user said so; else PyTorch picks one by the rank
 */
record SoftmaxAxis(int axis, boolean written) {
  /** The axis of a softmax of any kind; {@code axis} is -1 where there is none. */
  static SoftmaxAxis of(Node node, Tensor input) {
    if (!node.call().has("dim")) {
      int rank = input.rank();
      return new SoftmaxAxis(rank == 0 ? -1 : rank == 1 || rank == 3 ? 0 : 1, false);
    }
    long dim = node.call().integer("dim");
    return new SoftmaxAxis((int) (dim < 0 ? dim + input.rank() : dim), true);
  }
}
