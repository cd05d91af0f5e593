package io.github.shapecheck.processor.operation;

import io.github.shapecheck.shape.Dim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule tells beyond the shape. */
public final class CallRecord {
  public @Nullable Dim macs;

  /** How often a loop that stands for as many steps as a free size says calls it. */
  public Dim times = Dim.of(1);

  public @Nullable List<Window> windows;
  public @Nullable Arithmetic arithmetic;

  /** For each axis of the result the operand's axis that it is, where axes only move. */
  public int @Nullable [] axes;

  /** How many cells next to its own an enlarged map weighs. */
  public int neighbours;
}
