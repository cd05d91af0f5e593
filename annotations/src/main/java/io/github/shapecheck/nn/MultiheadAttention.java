package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Attention of several heads over query, key and value; the result is (output, weights).
 *
 * <p>Query {@code [T, N, dim]}, key {@code [S, N, kdim]}, value {@code [S, N, vdim]}, with {@code
 * batchFirst} the batch in front, or all three without a batch; output as the query, weights {@code
 * [N, T, S]}.
 *
 * <p>Limits: {@code heads} divides {@code dim}; query, key and value have one batch and rank; key
 * and value have one length; masks fit.
 *
 * <p>Source: PyTorch {@code torch.nn.MultiheadAttention}; docs/layers.md, section attention.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MultiheadAttention {
  /** Number of features of the model; required. */
  int dim() default 0;

  /** Number of heads; divides {@code dim}; required. */
  int heads() default 0;

  /** The probability of being dropped. */
  double dropout() default 0;

  /** Whether a bias is learned. */
  boolean bias() default true;

  /** Whether a learned key and value are added. */
  boolean addBiasKv() default false;

  /** Whether a zero key and value are added. */
  boolean addZeroAttn() default false;

  /** Number of features of the key; 0 for {@code dim}. */
  int kdim() default 0;

  /** Number of features of the value; 0 for {@code dim}. */
  int vdim() default 0;

  /** Whether the batch stands before the time. */
  boolean batchFirst() default false;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
