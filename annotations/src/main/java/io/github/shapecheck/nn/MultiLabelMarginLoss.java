package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A hinge loss over classes with several labels.
 *
 * <p>Input {@code [N, C]} or {@code [C]}; target of the same shape and of type long; with {@code
 * NONE} the output is {@code [N]} or {@code []}, else a scalar.
 *
 * <p>Limits: as the shapes say.
 *
 * <p>Source: PyTorch {@code torch.nn.MultiLabelMarginLoss}; docs/layers.md, section margin-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MultiLabelMarginLoss {
  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
