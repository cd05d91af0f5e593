package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation under PyTorch's name.
 *
 * @param member the annotation member that carries it, the same as the name for a function
 * @param alternative another member that may carry it, or the same
 * @param fallback its default, null where it must be given
 * @param keywordOnly whether it stands behind {@code *}
 * @param rest whether it takes all positional arguments that follow
 * @param keywords whether it takes all keyword arguments that no other parameter takes: a sequence
 *     of pairs of their names and values
 */
public record Parameter(
    String name,
    String member,
    String alternative,
    @Nullable Value fallback,
    boolean keywordOnly,
    boolean rest,
    boolean keywords) {
  /** What it says of the operation. */
  public Role role() {
    return Role.of(name);
  }
}
