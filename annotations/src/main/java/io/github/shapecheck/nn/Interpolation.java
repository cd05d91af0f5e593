package io.github.shapecheck.nn;

/** How {@link Upsample} computes new values. */
public enum Interpolation {
  /** The nearest value; rank 3, 4 or 5. */
  NEAREST,

  /** The nearest value, as image libraries do it; rank 3, 4 or 5. */
  NEAREST_EXACT,

  /** Linear; rank 3 only. */
  LINEAR,

  /** Bilinear; rank 4 only. */
  BILINEAR,

  /** Bicubic; rank 4 only. */
  BICUBIC,

  /** Trilinear; rank 5 only. */
  TRILINEAR,

  /** The mean of an area; rank 3, 4 or 5. */
  AREA
}
