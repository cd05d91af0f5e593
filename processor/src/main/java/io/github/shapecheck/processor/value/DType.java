package io.github.shapecheck.processor.value;

import java.util.Locale;

/** An element type, ordered as PyTorch promotes: the wider of two categories wins. */
public enum DType {
  BOOL,
  UINT8,
  INT8,
  INT16,
  INT32,
  INT64,
  FLOAT16,
  BFLOAT16,
  FLOAT32,
  FLOAT64,
  COMPLEX64,
  COMPLEX128,
  /** Of a buffer, whose declaration does not say it: fits wherever another would. */
  ANY;

  /** Whether it is an integer type, bool not counted. */
  public boolean isInteger() {
    return this != BOOL && ordinal() <= INT64.ordinal();
  }

  /** Whether it is a floating type, complex not counted. */
  public boolean isFloating() {
    return this == ANY || ordinal() >= FLOAT16.ordinal() && ordinal() <= FLOAT64.ordinal();
  }

  public boolean isComplex() {
    return this != ANY && ordinal() >= COMPLEX64.ordinal();
  }

  /** PyTorch's promotion of two tensors' types. */
  public DType promote(DType other) {
    if (this == other) {
      return this;
    }
    if (this == ANY || other == ANY) {
      DType known = this == ANY ? other : this;
      return known.isFloating() || known.isComplex() ? known : ANY;
    }
    DType low = ordinal() < other.ordinal() ? this : other;
    DType high = low == this ? other : this;
    if (low == UINT8 && high == INT8) {
      return INT16;
    }
    if (low == FLOAT16 && high == BFLOAT16) {
      return FLOAT32;
    }
    return high;
  }

  /** The type as PyTorch writes it, {@code int64} for instance; float32 where it is not known. */
  public String torchName() {
    return (this == ANY ? FLOAT32 : this).name().toLowerCase(Locale.ROOT);
  }
}
