package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The activation function LeakyReLU.
 *
 * <p>Output as the input, of any shape.
 *
 * <p>Source: PyTorch {@code torch.nn.LeakyReLU}; docs/layers.md, section activation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface LeakyReLU {
  /** The same as {@code negativeSlope}. */
  double value() default 0.01;

  /** Slope below 0. */
  double negativeSlope() default 0.01;

  /** Works on the input itself; no effect on shapes. */
  boolean inplace() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
