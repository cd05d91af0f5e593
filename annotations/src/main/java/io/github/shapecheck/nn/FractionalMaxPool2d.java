package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The maximum over windows of pseudo-random places.
 *
 * <p>Input {@code [N, C, H, W]} or {@code [C, H, W]}; output {@code [N, C, H2, W2]} or {@code [C,
 * H2, W2]}: the output has {@code outputSize}, or {@code floor(size * outputRatio)}.
 *
 * <p>Limits: one of {@code outputSize} and {@code outputRatio} is given; {@code outputSize + k - 1}
 * is at most the input; ratios lie between 0 and 1.
 *
 * <p>Source: PyTorch {@code torch.nn.FractionalMaxPool2d}; docs/layers.md, section fractional-pool.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface FractionalMaxPool2d {
  /** Kernel size, one for all axes or one per axis; required. */
  int[] k() default {};

  /** Size of the output. */
  int[] outputSize() default {};

  /** Size of the output as a part of the input. */
  double[] outputRatio() default {};

  /** Whether the result is the pair (values, indices). */
  boolean returnIndices() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
