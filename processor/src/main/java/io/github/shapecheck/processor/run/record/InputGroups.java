package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts inputs {@code h.0}, {@code h.1} together to the tuple {@code h}; in brackets to a list. */
public final class InputGroups {
  private InputGroups() {}

  public static Map<String, Value> of(Map<String, Value> inputs) {
    boolean grouped = String.join("", inputs.keySet()).contains(".");
    return grouped ? grouped(inputs) : new LinkedHashMap<>(inputs);
  }

  private static Map<String, Value> grouped(Map<String, Value> inputs) {
    Map<String, Map<String, Value>> parts = new LinkedHashMap<>();
    Map<String, Value> all = new LinkedHashMap<>();
    inputs.forEach(
        (name, value) -> {
          String plain = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
          int dot = plain.indexOf('.');
          if (dot < 0) {
            all.put(name, value);
            return;
          }
          String head = (name.startsWith("[") ? "[" : "") + plain.substring(0, dot);
          all.putIfAbsent(plain.substring(0, dot), Value.UNKNOWN);
          parts
              .computeIfAbsent(head, h -> new LinkedHashMap<>())
              .put(plain.substring(dot + 1), value);
        });
    parts.forEach(
        (head, items) -> {
          boolean list = head.startsWith("[");
          List<Value> values = new ArrayList<>(of(items).values());
          all.put(
              list ? head.substring(1) : head,
              list ? new ListObject(values) : new Value.Sequence(values, true));
        });
    return all;
  }
}
