package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The activation function ELU.
 *
 * <p>Output as the input, of any shape.
 *
 * <p>Source: PyTorch {@code torch.nn.ELU}; docs/layers.md, section activation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ELU {
  /** The same as {@code alpha}. */
  double value() default 1.0;

  /** Scale below 0. */
  double alpha() default 1;

  /** Works on the input itself; no effect on shapes. */
  boolean inplace() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
