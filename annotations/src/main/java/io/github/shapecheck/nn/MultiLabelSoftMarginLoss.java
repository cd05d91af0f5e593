package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The logistic loss of each class.
 *
 * <p>Input and target {@code [N, C]} of one shape; with {@code NONE} the output is {@code [N]},
 * else a scalar.
 *
 * <p>Limits: the shapes are equal: PyTorch would broadcast them without an error. The weight
 * broadcasts.
 *
 * <p>Source: PyTorch {@code torch.nn.MultiLabelSoftMarginLoss}; docs/layers.md, section
 * element-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MultiLabelSoftMarginLoss {
  /** Number of class weights; 0 for none. */
  int weight() default 0;

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
