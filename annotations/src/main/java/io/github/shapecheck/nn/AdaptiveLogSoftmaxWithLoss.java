package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A softmax over very many classes, grouped by how frequent they are; the result is (output, loss).
 *
 * <p>Input {@code [N, in]} or {@code [in]}; target {@code [N]} or {@code []} of type long; output
 * as the target, loss a scalar.
 *
 * <p>Limits: the last axis has size {@code in}; {@code cutoffs} rise between 0 and {@code classes}.
 *
 * <p>Source: PyTorch {@code torch.nn.AdaptiveLogSoftmaxWithLoss}; docs/layers.md, section
 * adaptive-softmax.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface AdaptiveLogSoftmaxWithLoss {
  /** Number of input features; required. */
  int in() default 0;

  /** Number of classes; required. */
  int classes() default 0;

  /** Where the groups begin; required. */
  int[] cutoffs() default {};

  /** By how much each group is narrower than the one before. */
  double divValue() default 4;

  /** Whether the first group has a bias. */
  boolean headBias() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
