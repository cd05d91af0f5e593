package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The power mean over 2-dimensional windows.
 *
 * <p>Input {@code [N, C, H, W]} or {@code [C, H, W]}; output {@code [N, C, H2, W2]} or {@code [C,
 * H2, W2]}, where each axis becomes {@code floor((size - k) / s) + 1}.
 *
 * <p>Limits: the kernel fits into the input; the norm is not 0.
 *
 * <p>Source: PyTorch {@code torch.nn.LPPool2d}; docs/layers.md, section lp-pool.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface LPPool2d {
  /** The exponent; required. */
  double norm() default 2;

  /** Kernel size, one for all axes or one per axis; required. */
  int[] k() default {};

  /** Stride; the kernel size where it is left out. */
  int[] s() default {};

  /** Whether the number of windows is rounded up instead of down. */
  boolean ceilMode() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
