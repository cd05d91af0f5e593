package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cross entropy of logits over classes.
 *
 * <p>Input {@code [N, C, d...]} or {@code [C]}; target either class indices {@code [N, d...]} or
 * {@code []} of type long, or probabilities of the shape and kind of the input; with {@code NONE}
 * the output is {@code [N, d...]}, else a scalar.
 *
 * <p>Limits: as the shapes say; {@code weight} is {@code C}; {@code labelSmoothing} lies between 0
 * and 1.
 *
 * <p>Source: PyTorch {@code torch.nn.CrossEntropyLoss}; docs/layers.md, section class-loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface CrossEntropyLoss {
  /** Number of class weights; 0 for none. */
  int weight() default 0;

  /** A label that does not count. */
  int ignoreIndex() default -100;

  /** How the losses of the elements are put together. */
  Reduction reduction() default Reduction.MEAN;

  /** How much of a label is spread over all classes. */
  double labelSmoothing() default 0;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
