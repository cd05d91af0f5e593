package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A layer of torch.nn: an operation as it is declared by one name.
 *
 * @param constructor the parameters that the annotation's members carry
 * @param signature those and then the ones of its forward
 */
public record LayerType(
    String name, Signature constructor, Signature signature, Operation operation) {
  /** A layer of its constructor's and its forward's parameters. */
  public static LayerType of(
      String name, Signature constructor, Signature forward, Operation operation) {
    return new LayerType(name, constructor, constructor.then(forward), operation);
  }

  /** The default of a constructor parameter, null where it must be given. */
  public @Nullable Value fallback(int index) {
    return constructor.get(index).fallback();
  }
}
