package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One layer of a transformer's decoder.
 *
 * <p>Target and memory {@code [T, N, dim]} and {@code [S, N, dim]}, with {@code batchFirst} the
 * batch in front, or both without a batch; output as the target.
 *
 * <p>Limits: {@code heads} divides {@code dim}; the last axis has size {@code dim}; masks fit.
 *
 * <p>Source: PyTorch {@code torch.nn.TransformerDecoderLayer}; docs/layers.md, section transformer.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface TransformerDecoderLayer {
  /** Number of features of the model; required. */
  int dim() default 0;

  /** Number of heads; divides {@code dim}; required. */
  int heads() default 0;

  /** Width of the feed-forward part. */
  int feedforward() default 2048;

  /** The probability of being dropped. */
  double dropout() default 0.1;

  /** Whether the batch stands before the time. */
  boolean batchFirst() default false;

  /** Whether normalization comes first; no effect on shapes. */
  boolean normFirst() default false;

  /** Whether a bias is learned. */
  boolean bias() default true;

  /** Between the two linear layers, {@code "relu"} or {@code "gelu"}. */
  String activation() default "relu";

  /** What the norms add to the variance. */
  double layerNormEps() default 1e-5;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
