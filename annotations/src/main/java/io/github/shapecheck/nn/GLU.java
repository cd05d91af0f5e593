package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Half of the channels, gated by the other half.
 *
 * <p>Axis {@code dim} of the output has half the size of the input's.
 *
 * <p>Limits: the size of the axis is even.
 *
 * <p>Source: PyTorch {@code torch.nn.GLU}; docs/layers.md, section glu.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GLU {
  /** The axis that is halved. */
  int dim() default -1;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
