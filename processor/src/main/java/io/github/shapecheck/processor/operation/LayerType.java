package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A layer of torch.nn.
 *
 * @param constructor the parameters that the annotation's members carry
 * @param signature those and then the ones of its forward
 */
public record LayerType(String name, Signature constructor, Signature signature, LayerRule rule) {
  /** The default of a constructor parameter, null where it must be given. */
  public @Nullable Value fallback(int index) {
    return constructor.get(index).fallback();
  }

  static LayerType of(String name, String constructor, String forward, LayerRule rule) {
    Signature declared = Signature.of(constructor);
    return new LayerType(name, declared, declared.then(Signature.of(forward)), rule);
  }
}
