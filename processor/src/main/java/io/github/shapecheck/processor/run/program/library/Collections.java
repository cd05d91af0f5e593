package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.type.AbstractTypes;
import io.github.shapecheck.processor.run.program.type.Records;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The module {@code collections}. */
public final class Collections {
  /** {@code collections.OrderedDict}. */
  public static final ClassObject ORDERED_DICT = ClassObject.builtin("OrderedDict", Types.DICT);

  private Collections() {}

  static @Nullable Value member(String name) {
    return switch (name) {
      case "OrderedDict" -> ORDERED_DICT;
      case "defaultdict" -> Types.DEFAULTDICT;
      case "namedtuple" -> new Builtin(name, Collections::namedTuple);
      case "abc" -> new Library("collections.abc", AbstractTypes::named);
      default -> AbstractTypes.named(name);
    };
  }

  private static Value namedTuple(Invocation in) {
    ClassObject type = ClassObject.defined(in.text(0), List.of(Types.NAMEDTUPLE));
    List<Value> names = new ArrayList<>();
    if (in.get(1) instanceof Value.Text text) {
      for (String name : text.value().replace(',', ' ').strip().split("\\s+")) {
        names.add(new Value.Text(name));
      }
    } else {
      names.addAll(in.items(1));
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    names.forEach(name -> fields.put(in.text(name), Value.UNKNOWN));
    Value defaults = in.named("defaults", Value.NONE);
    if (!(defaults instanceof Value.None)) {
      List<Value> values = in.items(defaults);
      List<String> keys = new ArrayList<>(fields.keySet());
      for (int i = 0; i < values.size(); i++) {
        fields.put(keys.get(keys.size() - values.size() + i), values.get(i));
      }
    }
    Records.namedTuple(type, fields);
    return type;
  }
}
