package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/** A layer made where it is used: {@code nn.ReLU()(x)}. */
final class InlineLayers {
  private InlineLayers() {}

  /** The layer class of a name such as {@code Softmax}, or null. */
  static @Nullable Value named(String name) {
    LayerType type = Catalogue.layer(name);
    return type == null ? null : new Constructor(type);
  }

  /** A layer class, to be called with its constructor's arguments. */
  record Constructor(LayerType type) implements Value.Reference {
    @Override
    public String describe() {
      return "the layer class " + type.name();
    }
  }
}
