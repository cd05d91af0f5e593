package io.github.shapecheck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the model is a Python class, checked as it stands: its {@code __init__} and its {@code
 * forward} are evaluated on shapes while compiling.
 *
 * <p>The inputs are given by {@link Input}; they go to the arguments of {@code forward} of the same
 * name, else in order. Layers are called by their names in the {@code state_dict}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TorchModule {
  /** Python source; or see {@link #file}. */
  String value() default "";

  /**
   * The path of a Python file, below the folders of {@code -Ashapecheck.python}, else on the source
   * path or the class path, else beside the Java source.
   */
  String file() default "";

  /**
   * The Python class, or a function that gives a module; by default the Java class's simple name,
   * else the only module of the source.
   */
  String type() default "";

  /** The constructor's arguments as Python: {@code "num_classes = 10"}. */
  String with() default "";

  /** Further arguments of {@code forward} that are no tensors: {@code "lengths = [13, 13]"}. */
  String call() default "";
}
