package io.github.shapecheck.processor.value;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Collections;

/** Sizes that depend on values: how many places of a mask are true. Rule count-1. */
public final class DataDependentSizes {
  private static final String PREFIX = "any_";

  private DataDependentSizes() {}

  /** The size that is counted in a tensor; the same tensor has the same. */
  public static Dim of(String name) {
    return Dim.symbol(PREFIX + name.replaceAll("[^A-Za-z0-9_]", "_"));
  }

  /** The indices of so many places, a tensor for each axis. */
  public static Value places(Dim count, int rank) {
    Value axis = Tensor.of(Shape.of(count), DType.INT64);
    return new Value.Sequence(Collections.nCopies(rank, axis), true);
  }

  /** Whether the condition depends on values, of which nobody can promise anything. */
  public static boolean isIn(Condition condition) {
    return condition.symbols().stream().anyMatch(symbol -> symbol.startsWith(PREFIX));
  }
}
