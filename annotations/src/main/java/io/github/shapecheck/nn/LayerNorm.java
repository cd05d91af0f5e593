package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalizes the last axes.
 *
 * <p>Input and output {@code [..., value]}. Weights {@code [value]} and {@code [value]}.
 *
 * <p>Limits: the last axes of the input are {@code value}.
 *
 * <p>Source: PyTorch {@code torch.nn.LayerNorm}; docs/layers.md, section layer-norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface LayerNorm {
  /** Sizes of the last axes; required. */
  int[] value() default {};

  /** Whether a weight is learned. */
  boolean affine() default true;

  /** Whether a bias is learned too. */
  boolean bias() default true;

  /** What is added to the variance. */
  double eps() default 1e-5;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
