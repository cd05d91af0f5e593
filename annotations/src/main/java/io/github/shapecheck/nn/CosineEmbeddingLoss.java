package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The cosine of two inputs as the target says.
 *
 * <p>Inputs {@code [N, D]} or {@code [D]}; target {@code [N]} or {@code []}; with {@code NONE} the
 * output is {@code [N]} or {@code []}, else a scalar.
 *
 * <p>Limits: as the shapes say.
 *
 * <p>Source: PyTorch {@code torch.nn.CosineEmbeddingLoss}; docs/layers.md, section pair-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface CosineEmbeddingLoss {
  /** The margin. */
  double margin() default 0;

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
