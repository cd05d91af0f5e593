package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Divides the last axes by their root mean square.
 *
 * <p>Input and output {@code [..., value]}. Weight {@code [value]}.
 *
 * <p>Limits: the last axes of the input are {@code value}.
 *
 * <p>Source: PyTorch {@code torch.nn.RMSNorm}; docs/layers.md, section layer-norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface RMSNorm {
  /** Sizes of the last axes; required. */
  int[] value() default {};

  /** Whether a weight is learned. */
  boolean affine() default true;

  /** What is added to the mean of squares; 0 for the smallest step of the element type. */
  double eps() default 0.0;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
