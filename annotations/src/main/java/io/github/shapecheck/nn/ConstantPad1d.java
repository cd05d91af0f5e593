package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Pads 1 axes with a constant.
 *
 * <p>Input {@code [N, C, L]} or {@code [C, L]}; output {@code [N, C, L2]} or {@code [C, L2]}, where
 * each axis becomes {@code left + size + right}. Leading axes are free.
 *
 * <p>Limits: No output size is negative.
 *
 * <p>Source: PyTorch {@code torch.nn.ConstantPad1d}; docs/layers.md, section pad.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ConstantPad1d {
  /**
   * One pad for all sides, or a left and a right one per axis, last axis first; negative pads crop;
   * required.
   */
  int[] value() default {};

  /** The number that is put around. */
  double fill() default 0;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
