package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalizes each channel over the batches of all devices.
 *
 * <p>Input and output {@code [N, C, ...]}. Weights {@code [C]} and {@code [C]}.
 *
 * <p>Limits: {@code C} is {@code value}; the rank is 2 or more.
 *
 * <p>Source: PyTorch {@code torch.nn.SyncBatchNorm}; docs/layers.md, section batch-norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface SyncBatchNorm {
  /** Number of channels; 0 takes what arrives. */
  int value() default 0;

  /** Whether a weight and a bias are learned. */
  boolean affine() default true;

  /** Whether running statistics are kept. */
  boolean trackRunningStats() default true;

  /** What is added to the variance. */
  double eps() default 1e-5;

  /** Share of a batch in the running statistics. */
  double momentum() default 0.1;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
