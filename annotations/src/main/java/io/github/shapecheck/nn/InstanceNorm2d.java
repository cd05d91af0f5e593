package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalizes each channel of each sample.
 *
 * <p>Input and output {@code [N, C, H, W]} or {@code [C, H, W]}. Weights, if affine, {@code [C]}
 * and {@code [C]}.
 *
 * <p>Limits: {@code C} is {@code value} where it is affine or keeps statistics; a sample has more
 * than one value per channel.
 *
 * <p>Source: PyTorch {@code torch.nn.InstanceNorm2d}; docs/layers.md, section instance-norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface InstanceNorm2d {
  /** Number of channels; 0 takes what arrives. */
  int value() default 0;

  /** Whether a weight and a bias are learned. */
  boolean affine() default false;

  /** Whether running statistics are kept. */
  boolean trackRunningStats() default false;

  /** What is added to the variance. */
  double eps() default 1e-5;

  /** Share of a batch in the running statistics. */
  double momentum() default 0.1;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
