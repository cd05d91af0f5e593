package io.github.shapecheck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An input of a model: on a type an input of its forward pass, on a field one that is called after
 * the field. A class with an input is a model, one without is a module. A class inside a method is
 * neither: compilers show it to no processor.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
@Repeatable(Inputs.class)
public @interface Input {
  /**
   * The shape of one sample, without the batch dimension; -1 is a size not known before run time.
   */
  int[] value();

  /** The name in the forward pass; on a field the field's name. */
  String name() default "x";

  /**
   * What holds of the free sizes, for example {@code "H % 32 == 0 and H >= 64"}. Free axes are
   * called F in a sample of rank 1, C, L in rank 2, C, H, W in rank 3, C, D, H, W in rank 4, or as
   * {@link #axes} says.
   */
  String where() default "";

  /** The names of the axes of a sample; none for the names that go with the rank. */
  String[] axes() default {};

  /**
   * Where the batch dimension stands: 0 in front, 1 behind the first axis (a sequence-first
   * recurrent network), -1 for no batch.
   */
  int batchAxis() default 0;

  /** The element type: {@code float.class}, {@code long.class} for indices and labels, ... */
  Class<?> dtype() default float.class;
}
