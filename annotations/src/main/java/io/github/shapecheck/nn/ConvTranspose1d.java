package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A 1-dimensional transposed convolution.
 *
 * <p>Input {@code [N, in, L]} or {@code [in, L]}; output {@code [N, out, L2]} or {@code [out, L2]},
 * where each axis becomes {@code (size - 1) * s - 2 * p + d * (k - 1) + outputPadding + 1}. Weights
 * {@code [in, out / groups, k...]} and {@code [out]}.
 *
 * <p>Limits: the output size is positive; {@code outputPadding} is below the stride or the
 * dilation, per axis; {@code groups} divides {@code in} and {@code out}; only {@code ZEROS} is a
 * padding mode here.
 *
 * <p>Source: PyTorch {@code torch.nn.ConvTranspose1d}; docs/layers.md, section conv-transpose.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ConvTranspose1d {
  /** Number of input channels; 0 takes what arrives. */
  int in() default 0;

  /** Number of output channels; required. */
  int out() default 0;

  /** Kernel size, one for all axes or one per axis; required. */
  int[] k() default {};

  /** Stride. */
  int[] s() default 1;

  /** Padding on both sides of each axis. */
  int[] p() default 0;

  /** Added to one side of the output. */
  int[] outputPadding() default 0;

  /** Number of groups; divides both channel counts. */
  int groups() default 1;

  /** Whether a bias is learned. */
  boolean bias() default true;

  /** Dilation. */
  int[] d() default 1;

  /** What stands in the padding. */
  PaddingMode paddingMode() default PaddingMode.ZEROS;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
