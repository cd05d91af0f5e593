package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** Tensors that a program makes by their classes: {@code nn.Parameter(x)}, {@code Tensor(3, 4)}. */
final class Tensors {
  private Tensors() {}

  static Value parameter(Invocation in) {
    Value data = in.size() > 1 ? in.get(1) : in.named("data", Value.NONE);
    if (!(data instanceof Tensor tensor)) {
      throw in.machine().unfit(data, "a Parameter is made of a tensor, not of " + data.kind());
    }
    return ModuleMethods.network(in).recorder().parameter(tensor);
  }

  /** {@code torch.Tensor(2, 3)} and {@code torch.Tensor([1, 2])}. */
  static Value made(Invocation in) {
    List<Value> given = in.arguments().rest().positional();
    boolean sizes = given.stream().allMatch(value -> value.dim() != null) && !given.isEmpty();
    Arguments arguments =
        sizes ? Arguments.of(List.of(new Value.Sequence(given, true))) : in.arguments().rest();
    if (given.isEmpty()) {
      arguments = Arguments.of(List.of(Value.Int.of(0)));
    }
    String name = sizes || given.isEmpty() ? "empty" : "tensor";
    if (!sizes && !given.isEmpty() && given.get(0) instanceof Tensor) {
      return given.get(0);
    }
    return in.machine()
        .host()
        .operation(
            in.frame(),
            name,
            arguments,
            in.span() == null ? io.github.shapecheck.processor.python.Span.of(1, 0, 0) : in.span());
  }
}
