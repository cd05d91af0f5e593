package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.FormatSpec;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import org.jspecify.annotations.Nullable;

/** Writes a value in a format, as {@code format(value, spec)} does. */
public final class Formatting {
  private Formatting() {}

  /** What {@code format(value, spec)} gives; null for a value that is not known. */
  public static @Nullable String format(Frame frame, Value value, String spec) {
    if (value instanceof Value.Unknown || value instanceof Opaque || value instanceof Tensor) {
      return null;
    }
    Machine machine = frame.machine();
    Value own = frame.special(value, "__format__", null, new Value.Text(spec));
    if (own != null) {
      return own instanceof Value.Text text ? text.value() : null;
    }
    if (spec.isEmpty()) {
      return machine.text(frame, value);
    }
    FormatSpec format = FormatSpec.of(spec);
    Value plain = InstanceObject.plain(value);
    String text = format == null ? null : format(format, plain);
    if (text == null) {
      boolean formats = plain instanceof Value.Text || Arithmetic.isNumber(plain);
      throw machine.error(
          formats ? "ValueError" : "TypeError",
          value.kind() + " cannot be written in the format '" + spec + "'");
    }
    return text;
  }

  private static @Nullable String format(FormatSpec format, Value value) {
    if (value instanceof Value.Text text) {
      return format.text(text.value());
    }
    if (value instanceof Value.Real real) {
      return format.real(real.value());
    }
    Dim dim = Arithmetic.integer(value);
    if (dim == null) {
      return null;
    }
    return dim.isConstant() ? format.integer(dim.value()) : dim.toString();
  }
}
