package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Undetermined;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A value that is not known while compiling: it depends on a tensor's values, on a file, on the
 * environment or on a library that is not evaluated.
 *
 * @param listed the tensor of which it is a list, null for none
 * @param made whether code that is not evaluated made it of tensors: it may be one itself
 * @param missing the module that it comes of, of which no file is found; "" for none
 */
public record Opaque(Undetermined origin, @Nullable Tensor listed, boolean made, String missing)
    implements Value.Reference {
  /** A value of which it is known in words what it is. */
  public Opaque(String what) {
    this(new Undetermined(what, ""), null, false, "");
  }

  /** A number that is computed of a free size. */
  public static Opaque ofSize() {
    return new Opaque(Undetermined.OF_SIZE, null, false, "");
  }

  /** What a module holds that is looked for in vain. */
  public static Opaque missing(String module) {
    String what = "the module " + module + ", of which there is no file";
    return new Opaque(new Undetermined(what, ""), null, false, module);
  }

  /** A list of a tensor's numbers, which operations take as the tensor. */
  public static Opaque listOf(Tensor tensor) {
    return new Opaque(
        new Undetermined("a list of numbers that depend on a tensor's values", ""),
        tensor,
        false,
        "");
  }

  /** A number that a tensor holds. */
  public static Opaque in(Tensor tensor, String which) {
    return new Opaque(Undetermined.in(tensor, which), null, false, "");
  }

  /** What is computed of it. */
  public Opaque derived() {
    return new Opaque(new Undetermined(origin.what(), ""), null, made, missing);
  }

  /** What it gives for tensors. */
  public Opaque ofTensors() {
    return new Opaque(origin, null, true, missing);
  }

  /** Whether it comes from a library that is not evaluated, so that it is the same every time. */
  public boolean isOfLibrary() {
    return !missing.isEmpty() || origin.what().endsWith("which is not evaluated");
  }

  @Override
  public String describe() {
    return origin.what();
  }
}
