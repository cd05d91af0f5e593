package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the maxima of {@link MaxPool2d} back to where they came from.
 *
 * <p>Two inputs of one shape, values and indices; input {@code [N, C, H, W]} or {@code [C, H, W]};
 * output {@code [N, C, H2, W2]} or {@code [C, H2, W2]}, where each axis becomes {@code (size - 1) *
 * s - 2 * p + k} or what {@code output_size} says.
 *
 * <p>Limits: values and indices have equal shapes; {@code output_size} differs from the default by
 * less than a stride.
 *
 * <p>Source: PyTorch {@code torch.nn.MaxUnpool2d}; docs/layers.md, section unpool.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MaxUnpool2d {
  /** The same as {@code k}. */
  int[] value() default {};

  /** Kernel size, one for all axes or one per axis; required. */
  int[] k() default {};

  /** Stride; the kernel size where it is left out. */
  int[] s() default {};

  /** Padding on both sides of each axis. */
  int[] p() default 0;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
