package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The activation function Softshrink.
 *
 * <p>Output as the input, of any shape.
 *
 * <p>Limits: {@code lambd} is not negative.
 *
 * <p>Source: PyTorch {@code torch.nn.Softshrink}; docs/layers.md, section activation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Softshrink {
  /** The same as {@code lambd}. */
  double value() default 0.5;

  /** Half the width of the zero; not negative. */
  double lambd() default 0.5;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
