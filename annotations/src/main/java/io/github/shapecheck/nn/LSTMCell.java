package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One step of LSTM.
 *
 * <p>Input {@code [N, in]} or {@code [in]}; the result is the pair (h, c), both {@code [N, hidden]}
 * or {@code [hidden]}. Weights {@code [4 * hidden, in]}, {@code [4 * hidden, hidden]} and two
 * biases {@code [4 * hidden]}.
 *
 * <p>Limits: the last axis has size {@code in}; a state, if given, has the shape of the result.
 *
 * <p>Source: PyTorch {@code torch.nn.LSTMCell}; docs/layers.md, section recurrent-cell.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface LSTMCell {
  /** Number of input features; required. */
  int in() default 0;

  /** Number of hidden features; required. */
  int hidden() default 0;

  /** Whether a bias is learned. */
  boolean bias() default true;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
