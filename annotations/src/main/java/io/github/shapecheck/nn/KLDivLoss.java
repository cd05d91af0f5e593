package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Kullback-Leibler divergence.
 *
 * <p>Input and target of one shape; with {@code NONE} the output has it, else it is a scalar.
 *
 * <p>Limits: the shapes are equal: PyTorch would broadcast them without an error.
 *
 * <p>Source: PyTorch {@code torch.nn.KLDivLoss}; docs/layers.md, section element-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface KLDivLoss {
  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** Whether the target is in logarithms. */
  boolean logTarget() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
