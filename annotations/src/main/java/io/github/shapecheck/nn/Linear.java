package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A linear map of the last axis.
 *
 * <p>Input {@code [..., in]}; output {@code [..., out]}. Weights {@code [out, in]} and {@code
 * [out]}.
 *
 * <p>Limits: the last axis of the input has size {@code in}.
 *
 * <p>Source: PyTorch {@code torch.nn.Linear}; docs/layers.md, section linear.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Linear {
  /** Number of input features; 0 takes what arrives. */
  int in() default 0;

  /** Number of output features; required. */
  int out() default 0;

  /** Whether a bias is learned. */
  boolean bias() default true;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
