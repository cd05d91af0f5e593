package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Splits an axis.
 *
 * <p>Axis {@code dim} becomes the axes {@code size}; one of them may be -1.
 *
 * <p>Limits: the product of {@code size} is the size of the axis.
 *
 * <p>Source: PyTorch {@code torch.nn.Unflatten}; docs/layers.md, section flatten.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Unflatten {
  /** The axis; required. */
  int dim() default 0;

  /** Sizes of the new axes; required. */
  int[] size() default {};

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
