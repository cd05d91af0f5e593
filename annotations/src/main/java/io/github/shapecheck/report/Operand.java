package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;

/** What an operation is given: a tensor by where it comes from, a number, a text, several. */
public sealed interface Operand {
  /**
   * A tensor.
   *
   * @param name the step, the input or the bare tensor that it comes from
   * @param item which of the step's results it is, {@link #SOME} where that is not told
   */
  record Reference(String name, int item) implements Operand {
    /** One or all of as many results as a free size says. */
    public static final int SOME = -1;
  }

  /** An integer, which may depend on free sizes. */
  record Size(Dim dim) implements Operand {
    @Override
    public Operand with(Map<String, Dim> sizes) {
      return new Size(dim.with(sizes));
    }
  }

  /** A quotient of integers that depend on free sizes. */
  record Quotient(Dim dividend, Dim divisor) implements Operand {
    @Override
    public Operand with(Map<String, Dim> sizes) {
      return new Quotient(dividend.with(sizes), divisor.with(sizes));
    }
  }

  /** A floating-point number. */
  record Real(double number) implements Operand {}

  /** {@code True} or {@code False}. */
  record Flag(boolean isTrue) implements Operand {}

  /** A string. */
  record Text(String text) implements Operand {}

  /** An element type by PyTorch's name, e.g. {@code float32}. */
  record Type(String dtype) implements Operand {}

  /** A tuple or a list. */
  record Items(List<Operand> items, boolean tuple) implements Operand {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Operand with(Map<String, Dim> sizes) {
      return new Items(items.stream().map(i -> i.with(sizes)).toList(), tuple);
    }
  }

  /** A slice in a subscript; absent parts are {@link None}. */
  record Slice(Operand lower, Operand upper, Operand step) implements Operand {
    @Override
    public Operand with(Map<String, Dim> sizes) {
      return new Slice(lower.with(sizes), upper.with(sizes), step.with(sizes));
    }
  }

  /** {@code ...} in a subscript. */
  record Ellipsis() implements Operand {}

  /** {@code None}. */
  record None() implements Operand {}

  /** Something that is not known before run time. */
  record Unknown() implements Operand {}

  /** The same with numbers for free sizes. */
  default Operand with(Map<String, Dim> sizes) {
    return this;
  }
}
