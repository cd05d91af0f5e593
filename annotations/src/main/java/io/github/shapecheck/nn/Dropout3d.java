package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drops whole channels at random.
 *
 * <p>Output as the input, {@code [N, C, D, H, W]} or {@code [C, D, H, W]}.
 *
 * <p>Limits: {@code value} lies between 0 and 1.
 *
 * <p>Source: PyTorch {@code torch.nn.Dropout3d}; docs/layers.md, section dropout.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dropout3d {
  /** The probability of being dropped. */
  double value() default 0.5;

  /** Works on the input itself; no effect on shapes. */
  boolean inplace() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
