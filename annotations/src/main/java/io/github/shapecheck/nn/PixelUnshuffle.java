package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Moves pixels into channels.
 *
 * <p>Input {@code [..., C, H * r, W * r]}; output {@code [..., C * r * r, H, W]}, where {@code r}
 * is {@code value}.
 *
 * <p>Limits: {@code r} divides height and width.
 *
 * <p>Source: PyTorch {@code torch.nn.PixelUnshuffle}; docs/layers.md, section pixel-shuffle.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface PixelUnshuffle {
  /** The factor; required. */
  int value() default 0;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
