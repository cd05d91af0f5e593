package io.github.shapecheck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A layer that is itself an annotated class. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Submodule {
  /** The class: one with layers, and without {@link Input}. */
  Class<?> value();

  /** The arguments for its {@link Params}, for example {@code "inplanes = 64, planes = 64"}. */
  String with() default "";

  /** How many of them stand in a row, each with weights of its own. */
  int repeat() default 1;
}
