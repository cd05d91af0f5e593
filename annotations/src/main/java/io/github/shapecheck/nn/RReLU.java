package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The activation function RReLU.
 *
 * <p>Output as the input, of any shape.
 *
 * <p>Limits: {@code lower} is at most {@code upper}.
 *
 * <p>Source: PyTorch {@code torch.nn.RReLU}; docs/layers.md, section activation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface RReLU {
  /** Least slope below 0. */
  double lower() default 1.0 / 8;

  /** Greatest slope below 0. */
  double upper() default 1.0 / 3;

  /** Works on the input itself; no effect on shapes. */
  boolean inplace() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
