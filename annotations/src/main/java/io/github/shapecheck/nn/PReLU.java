package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rectifier whose slope below 0 is learned.
 *
 * <p>Output as the input, of any shape; the channels are axis 1. Weight {@code [value]}.
 *
 * <p>Limits: {@code value} is 1 or the number of channels.
 *
 * <p>Source: PyTorch {@code torch.nn.PReLU}; docs/layers.md, section activation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface PReLU {
  /** Number of slopes. */
  int value() default 1;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
