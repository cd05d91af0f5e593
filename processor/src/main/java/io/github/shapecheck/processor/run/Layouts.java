package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
          "maxpool1d",
          "maxpool2d",
          "maxpool3d",
          "avgpool1d",
          "avgpool2d",
          "avgpool3d",
          "adaptiveavgpool1d",
          "adaptiveavgpool2d",
          "adaptiveavgpool3d",
          "maskedfill",
          "cat",
          "stack",
          "flatten",
          "matmul",
          "bmm",
          "mm",
          "sum",
          "mean");

  private static final Set<String> WRITE_IN_ORDER = spelledAsOperations(ALWAYS);
  private static final Set<String> KEEP_ORDER = spelledAsOperations(AS_READ);

  private Layouts() {}

  /** Layers and functions are spelled otherwise: {@code LogSoftmax}, {@code log_softmax}. */
  private static Set<String> spelledAsOperations(Set<String> plain) {
    return Stream.concat(Catalogue.layers().stream(), Catalogue.functions().stream())
        .map(Catalogue::plain)
        .filter(name -> plain.contains(name.toLowerCase(Locale.ROOT).replace("_", "")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is known of the result of an operation. */
  static @Nullable Layout of(String op, List<Tensor> arguments, Tensor result) {
    if (result.layout() != null) {
      return result.layout();
    }
    if (WRITE_IN_ORDER.contains(op) || isProductOfStacks(op, arguments)) {
      return Layout.CONTIGUOUS;
    }
    if (!KEEP_ORDER.contains(op)) {
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
