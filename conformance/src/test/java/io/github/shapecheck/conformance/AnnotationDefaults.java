package io.github.shapecheck.conformance;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.value.Value;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The members of a layer's annotation with their defaults, as the processor reads them. */
final class AnnotationDefaults {
  private static final Map<String, Map<String, Attribute>> READ = new ConcurrentHashMap<>();

  private AnnotationDefaults() {}

  static Map<String, Attribute> of(String layer) {
    return READ.computeIfAbsent(layer, AnnotationDefaults::read);
  }

  private static Map<String, Attribute> read(String layer) {
    Map<String, Attribute> attributes = new HashMap<>();
    try {
      for (Method member : Class.forName("io.github.shapecheck.nn." + layer).getDeclaredMethods()) {
        if (member.getDefaultValue() != null && !member.getName().equals("with")) {
          attributes.put(
              member.getName(), new Attribute(value(member.getDefaultValue()), Origin.NONE, false));
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    return attributes;
  }

  /** An annotation value, or a case's own, as a value of the checker. */
  static Value value(Object given) {
    if (given instanceof Integer || given instanceof Long) {
      return Value.Int.of(((Number) given).longValue());
    }
    if (given instanceof Double number) {
      return new Value.Real(number);
    }
    if (given instanceof Boolean flag) {
      return new Value.Bool(flag);
    }
    if (given instanceof String || given instanceof Enum) {
      return new Value.Text(given.toString().toLowerCase(Locale.ROOT));
    }
    List<Value> items =
        given instanceof List<?> list
            ? list.stream().map(AnnotationDefaults::value).toList()
            : IntStream.range(0, Array.getLength(given))
                .mapToObj(i -> value(Array.get(given, i)))
                .toList();
    return items.isEmpty()
        ? Value.NONE
        : items.size() == 1 ? items.get(0) : new Value.Sequence(items, true);
  }
}
