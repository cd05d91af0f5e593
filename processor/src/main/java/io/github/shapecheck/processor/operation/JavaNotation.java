package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** Values as a message shows them, in Java's notation for annotation members. */
public final class JavaNotation {
  private JavaNotation() {}

  static String of(Value value) {
    if (value instanceof Value.Int number) {
      return number.value().toString();
    }
    if (value instanceof Value.Real real) {
      return real.undetermined() == null ? Double.toString(real.value()) : "";
    }
    if (value instanceof Value.Bool flag) {
      return Boolean.toString(flag.value());
    }
    if (value instanceof Value.Sequence sequence) {
      List<String> items = sequence.items().stream().map(JavaNotation::of).toList();
      return items.contains("") ? "" : "{" + String.join(", ", items) + "}";
    }
    return value instanceof Value.Text text ? text.value() : "";
  }
}
