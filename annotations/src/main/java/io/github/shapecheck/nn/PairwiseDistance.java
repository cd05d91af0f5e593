package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The distance between two tensors along the last axis.
 *
 * <p>Two inputs {@code [N, D]} or {@code [D]} that broadcast; output {@code [N]}, or {@code []}.
 *
 * <p>Source: PyTorch {@code torch.nn.PairwiseDistance}; docs/layers.md, section distance.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface PairwiseDistance {
  /** The norm. */
  double p() default 2;

  /** Whether the axis stays with size 1. */
  boolean keepdim() default false;

  /** The axis that is summed; PyTorch takes the last. */
  int dim() default -1;

  /** What is added to each difference. */
  double eps() default 1e-6;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
