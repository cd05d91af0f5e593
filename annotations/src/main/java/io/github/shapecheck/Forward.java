package io.github.shapecheck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The forward pass of a model or a module, in the language of PyTorch's {@code forward}. Without it
 * the fields are applied in source order.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Forward {
  /** Statements, one a line or split by a semicolon; several strings are read as one text. */
  String[] value();
}
