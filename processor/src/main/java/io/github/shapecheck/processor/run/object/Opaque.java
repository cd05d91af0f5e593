package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;

/**
 * A value that is not known while compiling: it depends on a tensor's values, on a file, on the
 * environment or on a library that is not evaluated.
 *
 * @param what what it is, in words for messages
 */
public record Opaque(String what) implements Value.Reference {
  /** Whether it comes from a library that is not evaluated, so that it is the same every time. */
  public boolean isOfLibrary() {
    return what.endsWith("which is not evaluated");
  }

  @Override
  public String describe() {
    return what;
  }
}
