package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The maximum over 2-dimensional windows.
 *
 * <p>Input {@code [N, C, H, W]} or {@code [C, H, W]}; output {@code [N, C, H2, W2]} or {@code [C,
 * H2, W2]}, where each axis becomes {@code floor((size + 2 * p - d * (k - 1) - 1) / s) + 1}.
 *
 * <p>Limits: padding is at most half of {@code k}; with {@code ceilMode} the last window starts
 * inside the input or its left padding; no output size is zero.
 *
 * <p>Source: PyTorch {@code torch.nn.MaxPool2d}; docs/layers.md, section pool.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MaxPool2d {
  /** The same as {@code k}. */
  int[] value() default {};

  /** Kernel size, one for all axes or one per axis; required. */
  int[] k() default {};

  /** Stride; the kernel size where it is left out. */
  int[] s() default {};

  /** Padding on both sides of each axis. */
  int[] p() default 0;

  /** Dilation. */
  int[] d() default 1;

  /** Whether the number of windows is rounded up instead of down. */
  boolean ceilMode() default false;

  /** Whether the result is the pair (values, indices). */
  boolean returnIndices() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
