package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.op.Layout;
import io.github.shapecheck.processor.op.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which operations give tensors whose values lie in order in memory; of all others nothing is
 * known, and so no view of them is refused. Rule layout-2.
 */
final class Layouts {
  /** Whatever they read, they write a tensor in order. */
  private static final Set<String> ALWAYS =
      Set.of(
          "softmax",
          "logsoftmax",
          "layernorm",
          "embedding",
          "contiguous",
          "zeros",
          "ones",
          "full",
          "empty",
          "rand",
          "randn",
          "arange",
          "linspace",
          "eye",
          "tensor");

  /** They write in the order of what they read. */
  private static final Set<String> AS_READ =
      Set.of(
          "linear",
          "conv1d",
          "conv2d",
          "conv3d",
          "convtranspose1d",
          "convtranspose2d",
          "batchnorm1d",
          "batchnorm2d",
          "batchnorm3d",
          "groupnorm",
          "relu",
          "leakyrelu",
          "gelu",
          "silu",
          "elu",
          "sigmoid",
          "tanh",
          "relu6",
          "hardswish",
          "mish",
          "maxpool1d",
          "maxpool2d",
          "maxpool3d",
          "avgpool1d",
          "avgpool2d",
          "avgpool3d",
          "adaptiveavgpool1d",
          "adaptiveavgpool2d",
          "adaptiveavgpool3d",
          "dropout",
          "dropout1d",
          "dropout2d",
          "add",
          "sub",
          "mul",
          "div",
          "pow",
          "neg",
          "exp",
          "log",
          "sqrt",
          "abs",
          "clamp",
          "maskedfill",
          "cat",
          "stack",
          "clone",
          "detach",
          "identity",
          "flatten",
          "matmul",
          "bmm",
          "mm",
          "softplus",
          "sum",
          "mean");

  private Layouts() {}

  /** What is known of the result of an operation. */
  static @Nullable Layout of(String op, List<Tensor> arguments, Tensor result) {
    if (result.layout() != null) {
      return result.layout();
    }
    String name = op.toLowerCase(Locale.ROOT).replace("_", "");
    if (ALWAYS.contains(name) || isProductOfStacks(name, arguments)) {
      return Layout.CONTIGUOUS;
    }
    if (!AS_READ.contains(name)) {
      return null;
    }
    for (Tensor argument : arguments) {
      if (argument.layout() != Layout.CONTIGUOUS) {
        return null;
      }
    }
    return Layout.CONTIGUOUS;
  }

  /** A product of two stacks of matrices is new, in whatever order these are. */
  private static boolean isProductOfStacks(String name, List<Tensor> arguments) {
    return (name.equals("matmul") || name.equals("bmm"))
        && arguments.stream().allMatch(tensor -> tensor.rank() > 2);
  }
}
