package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The negative log likelihood of a Poisson distribution.
 *
 * <p>Input and target that broadcast; with {@code NONE} the output has the broadcast shape, else it
 * is a scalar.
 *
 * <p>Limits: the shapes are equal: PyTorch would broadcast them without an error.
 *
 * <p>Source: PyTorch {@code torch.nn.PoissonNLLLoss}; docs/layers.md, section element-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface PoissonNLLLoss {
  /** Whether the input is in logarithms. */
  boolean logInput() default true;

  /** Whether the approximated term is added. */
  boolean full() default false;

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** What is added before a logarithm. */
  double eps() default 1e-8;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
