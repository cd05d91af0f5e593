package io.github.shapecheck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a model may cost at most; to exceed it is an error that names the most expensive layers. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Budget {
  /** Most parameters, trainable or not; -1 for no limit. */
  long params() default -1;

  /** Most multiplications and additions per sample; -1 for no limit. */
  long macs() default -1;

  /** Most bytes of activations per sample; -1 for no limit. */
  long activationBytes() default -1;

  /** Largest receptive field on any axis of the input; -1 for no limit. */
  long receptiveField() default -1;
}
