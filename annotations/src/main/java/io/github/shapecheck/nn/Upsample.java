package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Resizes the axes behind the channels.
 *
 * <p>Input {@code [N, C, ...]} of rank 3, 4 or 5; each axis becomes {@code size}, or {@code
 * floor(size * scale)} in double arithmetic.
 *
 * <p>Limits: one of {@code size} and {@code scale} is given; the rank is one of the mode's; no size
 * is zero.
 *
 * <p>Source: PyTorch {@code torch.nn.Upsample}; docs/layers.md, section upsample.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Upsample {
  /** Size of the output. */
  int[] size() default {};

  /** Factors of the sizes. */
  double[] scale() default {};

  /** How new values are computed. */
  Interpolation mode() default Interpolation.NEAREST;

  /** Whether the corners stay; only with the linear and cubic modes. */
  boolean alignCorners() default false;

  /** Whether the factor is computed from the output size; needs {@code scale}. */
  boolean recomputeScaleFactor() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
