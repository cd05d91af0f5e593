package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalizes groups of channels of each sample.
 *
 * <p>Input and output {@code [N, C, ...]}. Weights {@code [C]} and {@code [C]}.
 *
 * <p>Limits: {@code groups} divides {@code channels}; axis 1 has size {@code channels}.
 *
 * <p>Source: PyTorch {@code torch.nn.GroupNorm}; docs/layers.md, section group-norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GroupNorm {
  /** Number of groups; required. */
  int groups() default 0;

  /** Number of channels; required. */
  int channels() default 0;

  /** Whether a weight and a bias are learned. */
  boolean affine() default true;

  /** What is added to the variance. */
  double eps() default 1e-5;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
