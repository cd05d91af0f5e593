package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Upsample with mode bilinear and aligned corners.
 *
 * <p>Input {@code [N, C, H, W]}; each axis becomes {@code size}, or {@code floor(size * scale)} in
 * double arithmetic.
 *
 * <p>Limits: one of {@code size} and {@code scale} is given.
 *
 * <p>Source: PyTorch {@code torch.nn.UpsamplingBilinear2d}; docs/layers.md, section upsample.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface UpsamplingBilinear2d {
  /** Size of the output. */
  int[] size() default {};

  /** Factors of the sizes. */
  double[] scale() default {};

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
