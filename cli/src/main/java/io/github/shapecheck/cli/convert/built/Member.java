package io.github.shapecheck.cli.convert.built;

import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** What an attribute of a module holds. */
public sealed interface Member {
  /** Another module. */
  record Child(BuiltModule module) implements Member {}

  /**
   * A bare tensor.
   *
   * @param trainable whether it is a parameter
   * @param first whether it was found nowhere else before
   */
  record Weight(Tensor tensor, boolean trainable, boolean first) implements Member {}

  /**
   * A parameter of a module below this one.
   *
   * @param path from this module on, as Python says it: {@code .norms[1].bias}
   */
  record Same(String path) implements Member {}

  /** Modules in a plain list, which registers none of them. */
  record Several(List<BuiltModule> modules) implements Member {}

  /** Tensors in a plain list or tuple. */
  record Tensors(List<Tensor> tensors) implements Member {}

  /** A number, a string, a function: whatever is neither module nor tensor. */
  record Plain(Value value) implements Member {}
}
