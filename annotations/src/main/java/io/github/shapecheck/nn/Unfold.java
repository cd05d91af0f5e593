package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cuts windows out and lays each into a column.
 *
 * <p>Input {@code [N, C, H, W]} or {@code [C, H, W]}; output {@code [N, C * k * k, L]} or {@code [C
 * * k * k, L]}, where {@code L} counts the windows.
 *
 * <p>Limits: every axis has at least one window.
 *
 * <p>Source: PyTorch {@code torch.nn.Unfold}; docs/layers.md, section fold.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Unfold {
  /** Kernel size, one for all axes or one per axis; required. */
  int[] k() default {};

  /** Dilation. */
  int[] d() default 1;

  /** Padding on both sides of each axis. */
  int[] p() default 0;

  /** Stride. */
  int[] s() default 1;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
