package io.github.shapecheck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A bare tensor of the model that is trained: a class token, a position table, a layer scale. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Parameter {
  /** The shape, without a batch; empty for a scalar. */
  int[] value() default {};

  /** Keyword arguments over the parameters of the enclosing module's {@link Params}. */
  String with() default "";
}
