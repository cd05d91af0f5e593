package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalizes each value by its neighbours in the channels.
 *
 * <p>Output as the input, {@code [N, C, H, W]}.
 *
 * <p>Source: PyTorch {@code torch.nn.CrossMapLRN2d}; docs/layers.md, section local-response-norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface CrossMapLRN2d {
  /** Number of neighbouring channels; required. */
  int value() default 0;

  /** Factor of the sum of squares. */
  double alpha() default 1e-4;

  /** Exponent. */
  double beta() default 0.75;

  /** What is added to the sum. */
  double k() default 1;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
