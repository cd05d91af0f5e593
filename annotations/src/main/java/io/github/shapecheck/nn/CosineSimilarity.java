package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The cosine between two tensors along an axis.
 *
 * <p>Two inputs that broadcast; the output lacks axis {@code dim}.
 *
 * <p>Limits: the axis is one of the broadcast shape.
 *
 * <p>Source: PyTorch {@code torch.nn.CosineSimilarity}; docs/layers.md, section distance.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface CosineSimilarity {
  /** The axis that is summed. */
  int dim() default 1;

  /** The least length that is divided by. */
  double eps() default 1e-8;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
