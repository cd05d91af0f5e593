package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bilinear map of the last axes of two inputs.
 *
 * <p>Inputs {@code [..., in1]} and {@code [..., in2]}; output {@code [..., out]}. Weights {@code
 * [out, in1, in2]} and {@code [out]}.
 *
 * <p>Limits: the inputs agree in all axes but the last.
 *
 * <p>Source: PyTorch {@code torch.nn.Bilinear}; docs/layers.md, section bilinear.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Bilinear {
  /** Features of the first input; required. */
  int in1() default 0;

  /** Features of the second input; required. */
  int in2() default 0;

  /** Number of output features; required. */
  int out() default 0;

  /** Whether a bias is learned. */
  boolean bias() default true;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
