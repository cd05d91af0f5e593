package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Moves channels into pixels.
 *
 * <p>Input {@code [..., C * r * r, H, W]}; output {@code [..., C, H * r, W * r]}, where {@code r}
 * is {@code value}.
 *
 * <p>Limits: {@code r * r} divides the channels.
 *
 * <p>Source: PyTorch {@code torch.nn.PixelShuffle}; docs/layers.md, section pixel-shuffle.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface PixelShuffle {
  /** The factor; required. */
  int value() default 0;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
