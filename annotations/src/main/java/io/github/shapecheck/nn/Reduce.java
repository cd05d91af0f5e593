package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the mean, sum, ... over axes by name: {@code @Reduce(value = "b c h w -> b c", reduction =
 * "mean")}.
 *
 * <p>Output one axis for each name or group on the right of the arrow; the others are reduced.
 *
 * <p>Limits: as many axes arrive as stand on the left; each name on the right stands on the left
 * too; a group is divided without a rest.
 *
 * <p>Source: einops {@code einops.layers.torch.Reduce}; docs/layers.md, section einops.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Reduce {
  /** The pattern; required. */
  String value() default "";

  /**
   * {@code min}, {@code max}, {@code sum}, {@code mean}, {@code prod}, {@code any} or {@code all}.
   */
  String reduction() default "";

  /**
   * The lengths of axes, as einops' keyword arguments, and keyword arguments over the parameters of
   * the enclosing module's {@code @Params}.
   */
  String with() default "";
}
