package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The negative log likelihood of a normal distribution.
 *
 * <p>Input and target of one shape; variance of the same shape, or with a last axis of 1, or
 * without it, or a number.
 *
 * <p>Limits: the shapes are equal and the variance fits.
 *
 * <p>Source: PyTorch {@code torch.nn.GaussianNLLLoss}; docs/layers.md, section gaussian-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GaussianNLLLoss {
  /** Whether the constant term is added. */
  boolean full() default false;

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** The least variance. */
  double eps() default 1e-6;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
