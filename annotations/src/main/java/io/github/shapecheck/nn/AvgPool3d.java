package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean over 3-dimensional windows.
 *
 * <p>Input {@code [N, C, D, H, W]} or {@code [C, D, H, W]}; output {@code [N, C, D2, H2, W2]} or
 * {@code [C, D2, H2, W2]}, where each axis becomes {@code floor((size + 2 * p - k) / s) + 1}.
 *
 * <p>Limits: padding is at most half of {@code k}; with {@code ceilMode} the last window starts
 * inside the input or its left padding; no output size is zero. The kernel is at most the input
 * without its padding.
 *
 * <p>Source: PyTorch {@code torch.nn.AvgPool3d}; docs/layers.md, section pool.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface AvgPool3d {
  /** The same as {@code k}. */
  int[] value() default {};

  /** Kernel size, one for all axes or one per axis; required. */
  int[] k() default {};

  /** Stride; the kernel size where it is left out. */
  int[] s() default {};

  /** Padding on both sides of each axis. */
  int[] p() default 0;

  /** Whether the number of windows is rounded up instead of down. */
  boolean ceilMode() default false;

  /** Whether the padding counts in the mean; no effect on shapes. */
  boolean countIncludePad() default true;

  /** Divides by this instead of the size of the window; 0 stands for absent. */
  int divisorOverride() default 0;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
