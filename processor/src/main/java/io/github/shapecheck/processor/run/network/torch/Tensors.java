package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** Tensors that a program makes by their classes: {@code nn.Parameter(x)}, {@code Tensor(3, 4)}. */
public final class Tensors {
  private Tensors() {}

  static Value parameter(Invocation in) {
    Value data = in.size() > 1 ? in.get(1) : in.named("data", Value.NONE);
    if (!(data instanceof Tensor tensor)) {
      throw in.unfit(data, "a Parameter is made of a tensor, not of " + data.kind());
    }
    return NetworkHost.of(in).recorder().parameter(tensor);
  }

  static Value packed(Invocation in) {
    return in.operation("PackedSequence", in.arguments().rest());
  }

  /** {@code torch.Tensor(2, 3)}, {@code torch.LongTensor([1, 2])}, by the catalogue's function. */
  static Value made(Invocation in, String type) {
    Arguments arguments = in.arguments().rest();
    if (arguments.positional().isEmpty()) {
      arguments = Arguments.of(List.of(Value.Int.of(0)));
    }
    if (arguments.positional().size() == 1
        && arguments.positional().get(0) instanceof Value.Sequence values
        && !values.size()) {
      arguments = Arguments.of(List.of(new Value.Sequence(values.items(), false))); // no sizes
    }
    return in.operation(type, arguments);
  }
}
