package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds columns up into an image.
 *
 * <p>Input {@code [N, C * k * k, L]} or {@code [C * k * k, L]}; output {@code [N, C, size]} or
 * {@code [C, size]}.
 *
 * <p>Limits: the windows of {@code size} are {@code L}; their area divides the rows.
 *
 * <p>Source: PyTorch {@code torch.nn.Fold}; docs/layers.md, section fold.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Fold {
  /** Size of the output; required. */
  int[] size() default {};

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
