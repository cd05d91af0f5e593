package io.github.shapecheck.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Folds neighbouring axes into one.
 *
 * <p>Axes {@code start} to {@code end} become one whose size is their product; other axes stay.
 *
 * <p>Limits: {@code start} is not behind {@code end}; both are axes of the input.
 *
 * <p>Source: PyTorch {@code torch.nn.Flatten}; docs/layers.md, section flatten.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Flatten {
  /** First axis to fold. */
  int start() default 1;

  /** Last axis to fold; negative counts from the end. */
  int end() default -1;

  /** Keyword arguments over the parameters of the enclosing module's {@code @Params}. */
  String with() default "";
}
