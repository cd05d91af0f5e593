package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The distances of an anchor to a positive and a negative example.
 *
 * <p>Anchor, positive and negative {@code [N, D]} or {@code [D]}; with {@code NONE} the output is
 * {@code [N]} or {@code []}, else a scalar.
 *
 * <p>Limits: the ranks of all three are equal and their shapes broadcast.
 *
 * <p>Source: PyTorch {@code torch.nn.TripletMarginLoss}; docs/layers.md, section pair-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface TripletMarginLoss {
  /** The margin. */
  double margin() default 1;

  /** The norm. */
  double p() default 2;

  /** Whether the nearer of anchor and positive is taken. */
  boolean swap() default false;

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** What is added to each difference. */
  double eps() default 1e-6;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
