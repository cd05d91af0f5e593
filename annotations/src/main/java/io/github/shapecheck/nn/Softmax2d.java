package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Softmax over the channels of each place.
 *
 * <p>Output as the input, {@code [N, C, H, W]} or {@code [C, H, W]}.
 *
 * <p>Limits: the rank is 3 or 4.
 *
 * <p>Source: PyTorch {@code torch.nn.Softmax2d}; docs/layers.md, section softmax.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Softmax2d {
  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
