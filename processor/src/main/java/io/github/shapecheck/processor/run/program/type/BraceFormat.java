package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code "{} of {name}".format(a, name=b)}. */
final class BraceFormat {
  private final Invocation in;
  private int next = 1;

  BraceFormat(Invocation in) {
    this.in = in;
  }

  String of(String format) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at);
      boolean doubled = at + 1 < format.length() && format.charAt(at + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        text.append(c);
        at += 2;
      } else if (c == '{') {
        int end = end(format, at + 1);
        text.append(field(format.substring(at + 1, end)));
        at = end + 1;
      } else if (c == '}') {
        throw in.error("ValueError", "a single } stands in the format");
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private int end(String format, int from) {
    int depth = 1;
    for (int at = from; at < format.length(); at++) {
      depth += format.charAt(at) == '{' ? 1 : format.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw in.error("ValueError", "a { of the format is not closed");
  }

  private String field(String field) {
    int colon = field.indexOf(':');
    String name = colon < 0 ? field : field.substring(0, colon);
    int bang = name.indexOf('!');
    String conversion = bang < 0 ? "" : name.substring(bang + 1);
    Value value = value(bang < 0 ? name : name.substring(0, bang));
    if (conversion.equals("r")) {
      value = new Value.Text(in.machine().repr(in.frame(), value));
    } else if (conversion.equals("s")) {
      value = new Value.Text(in.machine().text(in.frame(), value));
    }
    String spec = colon < 0 ? "" : of(field.substring(colon + 1));
    String text = Formatting.format(in.frame(), value, spec);
    return text == null ? "?" : text;
  }

  private Value value(String path) {
    String[] parts = path.split("(?=[.\\[])");
    Value value = first(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i];
      if (part.startsWith(".")) {
        value = in.attribute(value, part.substring(1));
      } else {
        String key = part.substring(1, part.length() - 1);
        Value index = isNumber(key) ? Value.Int.of(Long.parseLong(key)) : new Value.Text(key);
        Value getter = in.attribute(value, "__getitem__");
        value = in.call(getter, index);
      }
    }
    return value;
  }

  private Value first(String name) {
    @Nullable Value value =
        name.isEmpty()
            ? positional(next++)
            : isNumber(name) ? positional(Integer.parseInt(name) + 1) : in.arguments().get(name);
    if (value == null) {
      boolean place = name.isEmpty() || isNumber(name);
      throw in.error(
          place ? "IndexError" : "KeyError", "the format has no value for {" + name + "}");
    }
    return value;
  }

  private @Nullable Value positional(int index) {
    return index < in.size() ? in.object(index) : null;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() < 9 && text.chars().allMatch(Character::isDigit);
  }
}
