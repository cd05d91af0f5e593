package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.Literals;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a module in the order in which its class writes them: collected first, then
 * written, each as itself or as an expression over the class's parameters.
 */
final class Slots {
  /**
   * A number.
   *
   * @param label what it is called where it needs a name
   * @param text how Python writes it
   */
  record Slot(String label, Value value, String text) {}

  private final List<Slot> slots = new ArrayList<>();
  private final List<String> expressions;
  private int next;

  private Slots(List<String> expressions) {
    this.expressions = expressions;
  }

  /** To collect numbers. */
  static Slots collecting() {
    return new Slots(List.of());
  }

  /** To write numbers by these expressions, "" for those that are the same everywhere. */
  static Slots writing(List<String> expressions) {
    return new Slots(expressions);
  }

  List<Slot> all() {
    return slots;
  }

  /** The expression for the next number, "" to write it as it is; null where nothing can say it. */
  String next(String label, Value value) {
    String text = Literals.of(value);
    return next(label, value, text == null ? "?" : text);
  }

  /** The expression for the next number, which Python writes so. */
  String next(String label, Value value, String text) {
    slots.add(new Slot(label, value, text));
    return next < expressions.size() ? expressions.get(next++) : "";
  }
}
