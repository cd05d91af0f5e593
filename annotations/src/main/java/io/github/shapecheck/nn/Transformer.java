package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An encoder and a decoder.
 *
 * <p>Source and target {@code [S, N, dim]} and {@code [T, N, dim]}, with {@code batchFirst} the
 * batch in front, or both without a batch; output as the target.
 *
 * <p>Limits: {@code heads} divides {@code dim}; the last axes have size {@code dim}; masks fit.
 *
 * <p>Source: PyTorch {@code torch.nn.Transformer}; docs/layers.md, section transformer.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Transformer {
  /** Number of features of the model. */
  int dim() default 512;

  /** Number of heads; divides {@code dim}. */
  int heads() default 8;

  /** Number of layers of the encoder. */
  int encoderLayers() default 6;

  /** Number of layers of the decoder. */
  int decoderLayers() default 6;

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
