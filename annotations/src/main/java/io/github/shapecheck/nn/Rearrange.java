package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Merges, splits and moves axes by name: {@code @Rearrange(value = "b c (h p) (w q) -> b (h w) (p q
 * c)", with = "p = 16, q = 16")}.
 *
 * <p>Output one axis for each name or group on the right of the arrow.
 *
 * <p>Limits: as many axes arrive as stand on the left; each name stands on both sides; a group is
 * divided without a rest.
 *
 * <p>Source: einops {@code einops.layers.torch.Rearrange}; docs/layers.md, section einops.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Rearrange {
  /** The pattern; required. */
  String value() default "";

  /**
   * The lengths of axes, as einops' keyword arguments, and keyword arguments over the parameters of
   * the enclosing module's {@code @Params}.
   */
  String with() default "";
}
