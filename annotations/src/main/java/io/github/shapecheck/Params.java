package io.github.shapecheck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameters of a reusable module: a class with layers and without {@link Input}, which is
 * checked wherever a model uses it by {@link Submodule}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Params {
  /** The names with their defaults, for example {@code "inplanes, planes, stride = 1"}. */
  String value();
}
