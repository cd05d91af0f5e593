package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Native;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Classes that are made of their fields, and the tuples among them. */
public final class Records {
  private Records() {}

  /** A field that {@code dataclasses.field} describes. */
  public record Field(Value fallback, Value factory, boolean init, boolean shown)
      implements Value.Reference {
    @Override
    public String describe() {
      return "a field";
    }
  }

  /** The fields of a class and of its bases, each with its default, {@code Unknown} for none. */
  public static Map<String, Value> fields(ClassObject type) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int i = type.order().size() - 1; i >= 0; i--) {
      Map<String, Value> members = type.order().get(i).members();
      if (members.get("__annotations__") instanceof ListObject names) {
        for (Value name : names.items()) {
          String text = ((Value.Text) name).value();
          fields.put(text, members.getOrDefault(text, Value.UNKNOWN));
        }
      }
    }
    return fields;
  }

  static Value names(Map<String, Value> fields) {
    return new Value.Sequence(Value.each(fields.keySet(), Value.Text::new), true);
  }

  /** The arguments of a call as the values of fields. */
  static Map<String, Value> bind(String name, Map<String, Value> fields, Invocation in) {
    List<Value> positional = in.arguments().positional();
    Map<String, Value> values = new LinkedHashMap<>();
    int next = 1;
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      Value fallback = field.getValue();
      boolean init = !(fallback instanceof Field described) || described.init();
      Value given = in.arguments().get(field.getKey());
      if (init && next < positional.size()) {
        given = positional.get(next++);
      }
      if (given == null && fallback instanceof Field described) {
        given =
            described.factory() instanceof Value.None
                ? described.fallback()
                : in.call(described.factory());
      }
      if (given == null && fallback instanceof Value.Unknown) {
        throw in.error(
            "TypeError",
            ProblemId.MISSING_ARGUMENT,
            name + " needs an argument for " + field.getKey());
      }
      given = given == null ? fallback : given;
      values.put(field.getKey(), given);
    }
    for (Arguments.Named named : in.arguments().named()) {
      if (!fields.containsKey(named.name())) {
        throw in.error(
            "TypeError", ProblemId.UNKNOWN_ARGUMENT, name + " has no argument " + named.name());
      }
    }
    if (next < positional.size()) {
      throw in.error(
          "TypeError",
          ProblemId.ARGUMENT_COUNT,
          name + " takes " + fields.size() + " arguments but receives " + (positional.size() - 1));
    }
    return values;
  }

  /** Makes a class of tuples whose items have names. */
  public static void namedTuple(ClassObject type, Map<String, Value> named) {
    Map<String, Value> fields = new LinkedHashMap<>(named);
    type.members().put("_fields", names(fields));
    type.members().put("__match_args__", names(fields));
    Builtin.define(type, "__new__", new Maker(fields));
    Builtin.define(type, "__init__", in -> Value.NONE);
    Builtin.define(type, "_asdict", in -> dict((InstanceObject) in.object(0), fields));
    Builtin maker =
        new Builtin("_make", in -> made((ClassObject) in.object(0), listed(fields, in)));
    type.members().put("_make", new Wrapper(Wrapper.Kind.CLASS, maker));
    Builtin.define(type, "_replace", in -> replaced(fields, in));
    fields.keySet().forEach(type.members()::remove);
  }

  /** What makes tuples whose items have names. */
  record Maker(Map<String, Value> fields) implements Native {
    @Override
    public Value call(Invocation in) {
      ClassObject type = (ClassObject) in.object(0);
      return made(type, bind(type.name(), fields, in));
    }

    /** {@code T.__new__.__defaults__ = values}: those of the last fields. */
    void setDefaults(List<Value> values) {
      List<String> names = new ArrayList<>(fields.keySet());
      int first = Math.max(0, names.size() - values.size());
      for (int i = first; i < names.size(); i++) {
        fields.put(names.get(i), values.get(i - names.size() + values.size()));
      }
    }
  }

  private static Map<String, Value> listed(Map<String, Value> fields, Invocation in) {
    List<Value> items = in.items(1);
    if (items.size() != fields.size()) {
      throw in.error("TypeError", fields.size() + " items are needed, not " + items.size());
    }
    Map<String, Value> values = new LinkedHashMap<>();
    fields.keySet().forEach(name -> values.put(name, items.get(values.size())));
    return values;
  }

  private static InstanceObject made(ClassObject type, Map<String, Value> values) {
    InstanceObject tuple = new InstanceObject(type);
    values.forEach(tuple::set);
    tuple.withBase(new Value.Sequence(List.copyOf(values.values()), true));
    return tuple;
  }

  private static Value replaced(Map<String, Value> fields, Invocation in) {
    InstanceObject self = (InstanceObject) in.object(0);
    Map<String, Value> values = new LinkedHashMap<>();
    for (String name : fields.keySet()) {
      Value other = in.arguments().get(name);
      values.put(name, other == null ? self.attributes().get(name) : other);
    }
    return made(self.type(), values);
  }

  /** The fields of an object by name. */
  public static DictObject dict(InstanceObject object, Map<String, Value> fields) {
    DictObject dict = new DictObject();
    fields
        .keySet()
        .forEach(name -> dict.put(name, object.attributes().getOrDefault(name, Value.NONE)));
    return dict;
  }
}
