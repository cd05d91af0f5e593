package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of an alignment between a sequence and a shorter one.
 *
 * <p>Log probabilities {@code [T, N, C]} or {@code [T, C]}; targets {@code [N, S]} or {@code
 * [sum]}; lengths of both {@code [N]} or {@code []}; with {@code NONE} the output is {@code [N]} or
 * {@code []}, else a scalar.
 *
 * <p>Limits: as the shapes say; targets and lengths are integers; {@code blank} is a class.
 *
 * <p>Source: PyTorch {@code torch.nn.CTCLoss}; docs/layers.md, section ctc-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface CTCLoss {
  /** The class that stands for nothing. */
  int blank() default 0;

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** Whether infinite losses become 0. */
  boolean zeroInfinity() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
