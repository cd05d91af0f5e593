package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Passes its input on.
 *
 * <p>Output as the input, of any shape.
 *
 * <p>Source: PyTorch {@code torch.nn.Identity}; docs/layers.md, pointwise-1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Identity {
  /** Not looked at, as PyTorch does not look at the arguments of its Identity. */
  double value() default 0.5;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
