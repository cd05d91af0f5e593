package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.FormatSpec;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code "%d of %s" % (a, b)}. */
record PercentFormat(Frame frame) {
  private static final Pattern PART =
      Pattern.compile("%(?:\\((\\w*)\\))?([-+ #0]*)(\\d{0,4}|\\*)(?:\\.(\\d{0,4}))?[hlL]?(.)");

  String of(String format, Value arguments) {
    List<Value> values =
        arguments instanceof Value.Sequence tuple && tuple.tuple()
            ? tuple.items()
            : List.of(arguments);
    Matcher matcher = PART.matcher(format);
    StringBuilder text = new StringBuilder();
    int from = 0;
    int next = 0;
    while (matcher.find(from)) {
      text.append(format, from, matcher.start());
      from = matcher.end();
      if (matcher.group(5).equals("%")) {
        text.append('%');
      } else if (matcher.group(1) != null) {
        Value value =
            arguments instanceof DictObject dict
                ? dict.get(new Value.Text(matcher.group(1)))
                : null;
        text.append(part(matcher, value == null ? Value.NONE : value));
      } else if (next < values.size()) {
        text.append(part(matcher, values.get(next++)));
      } else {
        throw frame.machine().error("TypeError", "there are too few values for this format");
      }
      frame.machine().requireRoom(text.length());
    }
    if (next < values.size() && !(arguments instanceof DictObject)) {
      throw frame.machine().error("TypeError", "there are too many values for this format");
    }
    text.append(format, from, format.length());
    frame.machine().make(text.length());
    return text.toString();
  }

  private String part(Matcher part, Value value) {
    if (value instanceof Value.Unknown || value instanceof Opaque || value instanceof Tensor) {
      return "?";
    }
    String flags = part.group(2);
    char type = part.group(5).charAt(0);
    String width = part.group(3);
    String precision = part.group(4) == null ? "" : "." + part.group(4);
    boolean text = type == 's' || type == 'r' || type == 'c';
    String align = flags.contains("-") ? "<" : text ? ">" : flags.contains("0") ? "" : ">";
    String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    if (text) {
      String plain =
          type == 'r' ? frame.machine().repr(frame, value) : frame.machine().text(frame, value);
      return formatted(FormatSpec.of(align + width + precision), plain);
    }
    String zero = flags.contains("0") && !flags.contains("-") ? "0" : "";
    String spec = align + sign + (flags.contains("#") ? "#" : "") + zero + width;
    if (type == 'd' || type == 'i' || type == 'u' || type == 'x' || type == 'X' || type == 'o') {
      Dim dim = Arithmetic.integer(value);
      double real = Arithmetic.real(value);
      if (dim != null && !dim.isConstant()) {
        return dim.toString();
      }
      if (dim == null && Double.isNaN(real)) {
        throw frame.machine().error("TypeError", "a number is needed, not " + value.kind());
      }
      long number = dim == null ? (long) real : dim.value();
      FormatSpec format = FormatSpec.of(spec + (type == 'i' || type == 'u' ? 'd' : type));
      String written = format == null ? null : format.integer(number);
      return written == null ? "" : written;
    }
    if (!Arithmetic.isNumber(value)) {
      throw frame.machine().error("TypeError", "a number is needed, not " + value.kind());
    }
    FormatSpec format = FormatSpec.of(spec + precision + type);
    String written = format == null ? null : format.real(Arithmetic.real(value));
    if (written == null) {
      throw frame.machine().error("ValueError", "there is no format %" + type);
    }
    return written;
  }

  private static String formatted(@org.jspecify.annotations.Nullable FormatSpec spec, String text) {
    String written = spec == null ? null : spec.text(text);
    return written == null ? text : written;
  }
}
