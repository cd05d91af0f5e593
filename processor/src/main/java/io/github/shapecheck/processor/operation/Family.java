package io.github.shapecheck.processor.operation;

/**
 * Operations that belong together: what they are called as text, what they compute as code.
 *
 * <p>Nothing of an operation is built before a model uses it.
 */
public interface Family {
  /**
   * The signatures, as PyTorch's pages write them. One at the start of a line begins an operation,
   * those that follow are other ways to call it:
   *
   * <pre>
   * softmax(input, dim=None, _stacklevel=3, dtype=None)
   *   Tensor.softmax(input, dim, dtype=None)
   *   nn.Softmax(dim=None)(input)
   * </pre>
   *
   * <p>{@code torch.} and {@code Tensor.} stand where the parameters are others than those of
   * torch.nn.functional, {@code nn.} for a layer with the parameters of its constructor and of its
   * forward; {@code cat|concat} are two names and {@code conv[123]d} three operations; a name
   * without parameters is an attribute.
   */
  String signatures();

  /** The operation whose first name this is. */
  Operation operation(String name);
}
