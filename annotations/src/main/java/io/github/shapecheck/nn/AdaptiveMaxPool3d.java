package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The maximum over as many windows as the output has places.
 *
 * <p>Input {@code [N, C, D, H, W]} or {@code [C, D, H, W]}; output {@code [N, C, D2, H2, W2]} or
 * {@code [C, D2, H2, W2]}, as {@code value} says.
 *
 * <p>Limits: no size of the input but the batch is zero.
 *
 * <p>Source: PyTorch {@code torch.nn.AdaptiveMaxPool3d}; docs/layers.md, section adaptive-pool.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface AdaptiveMaxPool3d {
  /** Output size, one for all axes or one per axis; -1 keeps an axis; required. */
  int[] value() default {};

  /** Whether the result is the pair (values, indices). */
  boolean returnIndices() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
