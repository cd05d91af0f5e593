package io.github.shapecheck.conformance;

/**
 * A check that PyTorch makes in its Python layer, which LibTorch therefore does not make, has
 * failed.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Refusal(String message) {
    super(message, null, false, false);
  }

  /** Refuses unless {@code holds}; {@code source} names the place in PyTorch's Python code. */
  static void unless(boolean holds, String source) {
    if (!holds) {
      throw new Refusal(source);
    }
  }
}
