package io.github.shapecheck.djl;

/** A hook that has been registered; closing removes it. */
public interface Hook extends AutoCloseable {
  /** Removes it: it is not called any more. */
  void remove();

  @Override
  default void close() {
    remove();
  }
}
