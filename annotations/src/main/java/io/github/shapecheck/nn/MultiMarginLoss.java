package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A hinge loss over classes.
 *
 * <p>Input {@code [N, C]} or {@code [C]}; target class indices {@code [N]} or {@code []} of type
 * long; with {@code NONE} the output is {@code [N]} or {@code []}, else a scalar.
 *
 * <p>Limits: as the shapes say; {@code p} is 1 or 2; {@code weight} is {@code C}.
 *
 * <p>Source: PyTorch {@code torch.nn.MultiMarginLoss}; docs/layers.md, section margin-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MultiMarginLoss {
  /** The exponent: 1 or 2. */
  int p() default 1;

  /** The margin. */
  double margin() default 1;

  /** Number of class weights; 0 for none. */
  int weight() default 0;

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
