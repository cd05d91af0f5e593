package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The activation function Hardtanh.
 *
 * <p>Output as the input, of any shape.
 *
 * <p>Limits: {@code minVal} is less than {@code maxVal}.
 *
 * <p>Source: PyTorch {@code torch.nn.Hardtanh}; docs/layers.md, section activation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Hardtanh {
  /** Least output. */
  double minVal() default -1;

  /** Greatest output. */
  double maxVal() default 1;

  /** Works on the input itself; no effect on shapes. */
  boolean inplace() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
