package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ranks two inputs as the target says.
 *
 * <p>Two inputs and a target of one shape; with {@code NONE} the output has it, else it is a
 * scalar.
 *
 * <p>Limits: the ranks of all three are equal.
 *
 * <p>Source: PyTorch {@code torch.nn.MarginRankingLoss}; docs/layers.md, section pair-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MarginRankingLoss {
  /** The margin. */
  double margin() default 0;

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
