package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Looks rows up by their indices.
 *
 * <p>Input {@code [...]} of integers; output {@code [..., dim]}. Weight {@code [num, dim]}.
 *
 * <p>Limits: the input is {@code int} or {@code long}; {@code paddingIdx} is a row.
 *
 * <p>Source: PyTorch {@code torch.nn.Embedding}; docs/layers.md, section embedding.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Embedding {
  /** Number of rows; required. */
  int num() default 0;

  /** Size of a row; required. */
  int dim() default 0;

  /** The row that stands for padding; negative counts from the end; none if left out. */
  int paddingIdx() default Integer.MIN_VALUE;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
