package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.DictView;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.LargeInteger;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.value.Floats;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as {@code str} and {@code repr} write them. */
public final class Representation {
  private static final int MOST_LETTERS = 1_000_000;
  private static final int DEEPEST = 50;
  private final Machine machine;
  private int depth;

  /** The lists and dicts that are being written: what holds itself is written with dots. */
  private final Map<Value, Boolean> open = new IdentityHashMap<>();

  public Representation(Machine machine) {
    this.machine = machine;
  }

  public String str(Frame frame, Value value) {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof InstanceObject instance) {
      String own = special(frame, instance, "__str__");
      if (own != null) {
        return own;
      }
      if (instance.type().isSubclassOf(Types.BASE_EXCEPTION)
          && special(frame, instance, "__repr__") == null) {
        return message(frame, instance);
      }
      if (instance.base() instanceof Value.Text text && !isEnum(instance)) {
        return text.value();
      }
      if (isEnum(instance) && !instance.type().isSubclassOf(Types.INT)) {
        return instance.type().name() + "." + str(frame, name(instance));
      }
    }
    return repr(frame, value);
  }

  private static boolean isEnum(InstanceObject instance) {
    return instance.type().isSubclassOf(Types.ENUM);
  }

  private static Value name(InstanceObject member) {
    return member.attributes().getOrDefault("name", Value.NONE);
  }

  private @Nullable String special(Frame frame, InstanceObject instance, String name) {
    return frame.special(instance, name, null) instanceof Value.Text text ? text.value() : null;
  }

  private String message(Frame frame, InstanceObject exception) {
    Value all = exception.attributes().get("args");
    List<Value> arguments = all instanceof Value.Sequence sequence ? sequence.items() : List.of();
    boolean key = exception.type().name().equals("KeyError");
    return arguments.isEmpty()
        ? ""
        : arguments.size() > 1
            ? repr(frame, new Value.Sequence(arguments, true))
            : key ? repr(frame, arguments.get(0)) : str(frame, arguments.get(0));
  }

  public String repr(Frame frame, Value value) {
    if (depth == DEEPEST || open.containsKey(value)) {
      return value instanceof ListObject ? "[...]" : value instanceof DictObject ? "{...}" : "...";
    }
    boolean holds = value instanceof ListObject || value instanceof DictObject;
    depth++;
    if (holds) {
      open.put(value, true);
    }
    try {
      String text = text(frame, value);
      machine.make(text.length());
      return text;
    } finally {
      depth--;
      if (holds) {
        open.remove(value);
      }
    }
  }

  private String text(Frame frame, Value value) {
    if (value instanceof Value.Text text) {
      return quoted(text.value());
    }
    if (value instanceof Value.Int number) {
      return number.value().toString();
    }
    if (value instanceof LargeInteger large) {
      return large.value().toString();
    }
    if (value instanceof Value.Real real) {
      return Floats.repr(real.value());
    }
    if (value instanceof Value.Bool flag) {
      return flag.value() ? "True" : "False";
    }
    if (value instanceof Value.None) {
      return "None";
    }
    if (value instanceof Value.Ellipsis) {
      return "Ellipsis";
    }
    if (value instanceof ListObject list) {
      return all(frame, list.items(), "[", "]");
    }
    if (value instanceof Value.Sequence sequence) {
      List<Value> items = sequence.items();
      return all(frame, items, "(", items.size() == 1 ? ",)" : ")");
    }
    if (value instanceof DictObject dict) {
      return (dict.factory() == null ? "" : "defaultdict(" + repr(frame, dict.factory()) + ", ")
          + dict(frame, dict)
          + (dict.factory() == null ? "" : ")");
    }
    if (value instanceof SetObject set) {
      String items = all(frame, set.items(), "{", "}");
      return set.size() == 0
          ? set.isFrozen() ? "frozenset()" : "set()"
          : set.isFrozen() ? "frozenset(" + items + ")" : items;
    }
    if (value instanceof DictView view) {
      return view.of().type() + all(frame, view.items(), "([", "])");
    }
    if (value instanceof RangeObject range) {
      String step = range.step() == 1 ? "" : ", " + range.step();
      return "range(" + range.start() + ", " + range.stop() + step + ")";
    }
    if (value instanceof Value.Slice slice) {
      List<Value> bounds = List.of(slice.lower(), slice.upper(), slice.step());
      return "slice" + all(frame, bounds, "(", ")");
    }
    if (value instanceof ClassObject type) {
      return "<class '" + (type.isBuiltin() ? "" : "__main__.") + type.name() + "'>";
    }
    return value instanceof InstanceObject instance
        ? ofInstance(frame, instance)
        : "<" + value.kind() + ">";
  }

  private String ofInstance(Frame frame, InstanceObject instance) {
    String own = special(frame, instance, "__repr__");
    if (own != null) {
      return own;
    }
    ClassObject type = instance.type();
    if (isEnum(instance)) {
      Value member = instance.attributes().getOrDefault("value", Value.NONE);
      return instance.type().isSubclassOf(Types.INT) && depth <= 1
          ? repr(frame, member)
          : "<" + type.name() + "." + str(frame, name(instance)) + ": " + repr(frame, member) + ">";
    }
    if (type.isSubclassOf(Types.BASE_EXCEPTION)) {
      Value arguments = instance.attributes().get("args");
      List<Value> items = arguments instanceof Value.Sequence all ? all.items() : List.of();
      return type.name() + all(frame, items, "(", ")");
    }
    if (type == Types.NAMESPACE) {
      return instance.attributes().entrySet().stream()
          .map(entry -> entry.getKey() + "=" + repr(frame, entry.getValue()))
          .collect(Collectors.joining(", ", "namespace(", ")"));
    }
    return instance.base() != null ? repr(frame, instance.base()) : "<" + type.name() + " object>";
  }

  private String dict(Frame frame, DictObject dict) {
    List<String> entries = new ArrayList<>();
    for (DictObject.Entry entry : dict.entries()) {
      entries.add(repr(frame, entry.key()) + ": " + repr(frame, entry.value()));
    }
    return "{" + String.join(", ", entries) + "}";
  }

  private String all(Frame frame, List<Value> items, String open, String close) {
    StringBuilder text = new StringBuilder(open);
    for (int i = 0; i < items.size() && text.length() < MOST_LETTERS; i++) {
      text.append(i == 0 ? "" : ", ").append(repr(frame, items.get(i)));
    }
    return text.append(close).toString();
  }

  /** A string in quotes, as {@code repr} writes it. */
  public static String quoted(String text) {
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    StringBuilder quoted = new StringBuilder().append(quote);
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\\' || c == quote) {
                quoted.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                quoted.append("\\n");
              } else if (c == '\t') {
                quoted.append("\\t");
              } else if (c == '\r') {
                quoted.append("\\r");
              } else if (c < 32 || c == 127) {
                quoted.append(String.format("\\x%02x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append(quote).toString();
  }
}
