package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Deals the channels out between groups.
 *
 * <p>Output as the input, {@code [N, C, ...]}.
 *
 * <p>Limits: {@code value} divides the channels; the rank is 3 or more.
 *
 * <p>Source: PyTorch {@code torch.nn.ChannelShuffle}; docs/layers.md, section pixel-shuffle.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ChannelShuffle {
  /** Number of groups; required. */
  int value() default 0;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
