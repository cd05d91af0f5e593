package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** Values as a message shows them, as the user writes them in Java or in Python. */
enum Notation {
  JAVA("true", "false", "{", "}"),
  PYTHON("True", "False", "(", ")");

  private final String yes;
  private final String no;
  private final String begin;
  private final String end;

  Notation(String yes, String no, String begin, String end) {
    this.yes = yes;
    this.no = no;
    this.begin = begin;
    this.end = end;
  }

  /** A number, a flag, a text or several of them; empty for anything else. */
  String of(Value value) {
    if (value instanceof Value.Int number) {
      return number.value().toString();
    }
    if (value instanceof Value.Real real) {
      return real.undetermined() == null ? Double.toString(real.value()) : "";
    }
    if (value instanceof Value.Bool flag) {
      return flag.value() ? yes : no;
    }
    if (value instanceof Value.Sequence sequence) {
      List<String> items = sequence.items().stream().map(this::of).toList();
      return items.contains("") ? "" : begin + String.join(", ", items) + end;
    }
    return value instanceof Value.Text text ? text.value() : "";
  }
}
