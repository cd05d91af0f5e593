package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.object.FormatSpec;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts f-strings together. */
final class FormattedStrings {
  private final Evaluator evaluator;
  private final Frame frame;

  FormattedStrings(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.frame = evaluator.frame();
  }

  Value value(Expression.FormattedString text) {
    StringBuilder all = new StringBuilder();
    for (Expression part : text.parts()) {
      Value value =
          part instanceof Expression.FormattedValue one ? value(one) : evaluator.evaluate(part);
      if (!(value instanceof Value.Text piece)) {
        return value;
      }
      all.append(piece.value());
      frame.machine().requireRoom(all.length());
    }
    return new Value.Text(all.toString());
  }

  Value value(Expression.FormattedValue one) {
    Value value = evaluator.evaluate(one.value());
    String spec = "";
    if (one.format() != null && value(one.format()) instanceof Value.Text text) {
      spec = text.value();
    }
    Value converted =
        switch (one.conversion()) {
          case NONE -> value;
          case STR -> new Value.Text(frame.machine().text(frame, value));
          case REPR, ASCII -> new Value.Text(frame.machine().repr(frame, value));
        };
    String text = format(frame, converted, spec);
    return text == null ? new Value.Text("?") : new Value.Text(text);
  }

  /** What {@code format(value, spec)} gives; null for a value that is not known. */
  static @Nullable String format(Frame frame, Value value, String spec) {
    if (value instanceof Value.Unknown || value instanceof Opaque || value instanceof Tensor) {
      return null;
    }
    Machine machine = frame.machine();
    if (value instanceof InstanceObject instance) {
      Value method = instance.type().find("__format__");
      if (method != null) {
        List<Value> arguments = List.of(value, new Value.Text(spec));
        Value made = machine.call(frame, method, Arguments.of(arguments), null);
        return made instanceof Value.Text text ? text.value() : null;
      }
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
    io.github.shapecheck.shape.Dim dim = Arithmetic.integer(value);
    if (dim == null) {
      return null;
    }
    return dim.isConstant() ? format.integer(dim.value()) : dim.toString();
  }
}
