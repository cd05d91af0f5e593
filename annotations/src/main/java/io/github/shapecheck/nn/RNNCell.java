package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One step of RNN.
 *
 * <p>Input {@code [N, in]} or {@code [in]}; the result is the hidden state {@code [N, hidden]} or
 * {@code [hidden]}. Weights {@code [hidden, in]}, {@code [hidden, hidden]} and two biases {@code
 * [hidden]}.
 *
 * <p>Limits: the last axis has size {@code in}; a state, if given, has the shape of the result.
 *
 * <p>Source: PyTorch {@code torch.nn.RNNCell}; docs/layers.md, section recurrent-cell.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface RNNCell {
  /** Number of input features; required. */
  int in() default 0;

  /** Number of hidden features; required. */
  int hidden() default 0;

  /** Whether a bias is learned. */
  boolean bias() default true;

  /** {@code "tanh"} or {@code "relu"}. */
  String nonlinearity() default "tanh";

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
