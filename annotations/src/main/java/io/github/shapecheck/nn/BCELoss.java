package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binary cross entropy of probabilities.
 *
 * <p>Input and target of one shape; with {@code NONE} the output has it, else it is a scalar.
 *
 * <p>Limits: the shapes are equal; the target is of floating point; the weight broadcasts to it.
 *
 * <p>Source: PyTorch {@code torch.nn.BCELoss}; docs/layers.md, section element-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface BCELoss {
  /** Shape of the weights of the elements; none if left out. */
  int[] weight() default {};

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
