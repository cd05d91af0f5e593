package io.github.shapecheck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A checkpoint that the model's weights come from: its names and shapes are compared with the
 * model's while it is compiled; its values are not read.
 *
 * <p>Files are safetensors or what {@code torch.save} writes of a {@code state_dict} (a zip). A
 * tensor that is missing, unexpected or of another shape is an error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Weights {
  /** The file's path on the class path or source path, e.g. {@code "lenet.safetensors"}. */
  String value();
}
