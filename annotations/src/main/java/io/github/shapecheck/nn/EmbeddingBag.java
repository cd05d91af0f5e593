package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Looks bags of rows up and puts each bag together.
 *
 * <p>Input {@code [N, L]} of integers, or {@code [L]} with offsets {@code [B]}; output {@code [N,
 * dim]} or {@code [B, dim]}. Weight {@code [num, dim]}.
 *
 * <p>Limits: the input is {@code int} or {@code long}; offsets only with rank 1; weights per sample
 * have the shape of the input and need {@code SUM}.
 *
 * <p>Source: PyTorch {@code torch.nn.EmbeddingBag}; docs/layers.md, section embedding-bag.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface EmbeddingBag {
  /** Number of rows; required. */
  int num() default 0;

  /** Size of a row; required. */
  int dim() default 0;

  /** How the rows of a bag are put together. */
  BagMode mode() default BagMode.MEAN;

  /** Whether the offsets end with the size of the input. */
  boolean includeLastOffset() default false;

  /** The row that stands for padding; negative counts from the end; none if left out. */
  int paddingIdx() default Integer.MIN_VALUE;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
