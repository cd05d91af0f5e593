package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A recurrent network of RNN cells; the result is {@code (out, h)}.
 *
 * <p>Input {@code [T, N, in]}, with {@code batchFirst} {@code [N, T, in]}, or {@code [T, in]};
 * {@code out} alike with {@code directions * hidden} features, {@code h} {@code [directions *
 * layers, N, hidden]} also with {@code batchFirst}. Weights per layer and direction {@code [hidden,
 * in]}, {@code [hidden, hidden]} and two biases.
 *
 * <p>Limits: the last axis has size {@code in}; {@code T} is not 0; states, if given, have the
 * shape of {@code h}.
 *
 * <p>Source: PyTorch {@code torch.nn.RNN}; docs/layers.md, section recurrent.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface RNN {
  /** Number of input features; required. */
  int in() default 0;

  /** Number of hidden features; required. */
  int hidden() default 0;

  /** Number of layers. */
  int layers() default 1;

  /** Whether a bias is learned. */
  boolean bias() default true;

  /** Whether the batch stands before the time. */
  boolean batchFirst() default false;

  /** The probability of being dropped between layers. */
  double dropout() default 0;

  /** Whether it runs in both directions. */
  boolean bidirectional() default false;

  /** {@code "tanh"} or {@code "relu"}. */
  String nonlinearity() default "tanh";

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
