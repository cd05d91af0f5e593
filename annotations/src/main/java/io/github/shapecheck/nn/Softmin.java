package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exponentials of the negated input that sum to 1 along an axis.
 *
 * <p>Output as the input, of any shape.
 *
 * <p>Limits: the axis is one of the input.
 *
 * <p>Source: PyTorch {@code torch.nn.Softmin}; docs/layers.md, section softmax.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Softmin {
  /** The axis; left out, PyTorch takes 0 for rank 0, 1 and 3, and 1 otherwise. */
  int dim() default Integer.MIN_VALUE;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
