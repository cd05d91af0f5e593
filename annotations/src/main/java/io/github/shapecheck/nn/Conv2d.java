package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A 2-dimensional convolution.
 *
 * <p>Input {@code [N, in, H, W]} or {@code [in, H, W]}; output {@code [N, out, H2, W2]} or {@code
 * [out, H2, W2]}, where each axis becomes {@code floor((size + 2 * p - d * (k - 1) - 1) / s) + 1}.
 * Weights {@code [out, in / groups, k...]} and {@code [out]}.
 *
 * <p>Limits: the kernel, {@code d * (k - 1) + 1}, is at most the padded input; {@code groups}
 * divides {@code in} and {@code out}; {@code SAME} needs stride 1.
 *
 * <p>Source: PyTorch {@code torch.nn.Conv2d}; docs/layers.md, section conv.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Conv2d {
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

  /** Dilation. */
  int[] d() default 1;

  /** Number of groups; divides both channel counts. */
  int groups() default 1;

  /** Whether a bias is learned. */
  boolean bias() default true;

  /** Where the padding comes from; with {@code SAME} and {@code VALID}, {@code p} is left out. */
  Padding padding() default Padding.EXPLICIT;

  /** What stands in the padding. */
  PaddingMode paddingMode() default PaddingMode.ZEROS;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
