package io.github.shapecheck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layers in PyTorch's own words, applied first to last: {@code nn.Sequential}.
 *
 * <pre>{@code
 * @Sequential({"Linear(64, 256)", "ReLU()", "Linear(256, 10)"}) Object mlp; // [N, 64] -> [N, 10]
 * }</pre>
 *
 * <p>It says what several annotations on one field cannot: the same kind of layer twice. The layers
 * are called {@code mlp.0}, {@code mlp.1}, ... in reports and their weights {@code mlp.0.weight};
 * forward text may say {@code self.mlp[0]}, {@code self.mlp[:2]}, {@code len(self.mlp)} and {@code
 * for layer in self.mlp}.
 *
 * <p>A layer may have a name, {@code "conv = Conv2d(3, 8, 3)"}, as in an {@code OrderedDict}. A
 * {@code ModuleList([...])}, a {@code ModuleDict({...})}, a list or a dict of parameters, and
 * {@code nn.utils.weight_norm(Conv1d(...))} that stand alone are the field itself: {@code
 * self.heads["tag"](x)}.
 *
 * <p>What cannot be read, a name that is no layer, and a number that does not fit are errors on the
 * item that holds them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Sequential {
  /**
   * The layers, each a call with PyTorch's arguments; {@code nn.} in front may be left out, {@code
   * Sequential(...)} may stand inside, and names of the enclosing class's {@link Params} are known.
   */
  String[] value();
}
