package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code dataclasses} makes of a class, and what it tells of its objects. */
public final class Dataclasses {
  private static final List<ComparisonOperator> ORDERS =
      List.of(
          ComparisonOperator.LESS,
          ComparisonOperator.LESS_OR_EQUAL,
          ComparisonOperator.GREATER,
          ComparisonOperator.GREATER_OR_EQUAL);

  private Dataclasses() {}

  /** Makes a class a dataclass whose fields may have no annotations but are described. */
  public static void ofFields(ClassObject type) {
    List<Value> names = new ArrayList<>();
    type.members()
        .forEach(
            (name, member) -> {
              if (member instanceof Records.Field) {
                names.add(new Value.Text(name));
              }
            });
    boolean annotated =
        type.members().get("__annotations__") instanceof ListObject all && !all.items().isEmpty();
    if (!annotated) {
      type.members().put("__annotations__", new ListObject(names));
    }
    dataclass(type, false, false);
  }

  /** Makes a class a dataclass. */
  public static void dataclass(ClassObject type, boolean ordered, boolean frozen) {
    Map<String, Value> fields = Records.fields(type);
    type.members().put("__dataclass_fields__", Records.names(fields));
    type.members().put("__match_args__", Records.names(fields));
    type.members().putIfAbsent("__init__", new Builtin("__init__", in -> initialize(fields, in)));
    type.members()
        .putIfAbsent("__eq__", new Builtin("__eq__", in -> Comparing.bool(areEqual(fields, in))));
    for (ComparisonOperator operator : ordered ? ORDERS : List.<ComparisonOperator>of()) {
      String name = OperatorNames.special(operator);
      Builtin.define(type, name, in -> compared(fields, operator, in));
    }
    if (frozen) {
      Builtin refusing =
          new Builtin(
              "__setattr__",
              in -> {
                throw in.error(
                    "FrozenInstanceError",
                    in.object(0).kind() + " is frozen: " + in.text(1) + " cannot be set");
              });
      type.members().put("__setattr__", refusing);
      type.members().putIfAbsent("__hash__", new Builtin("__hash__", in -> Value.Int.of(1)));
    }
  }

  private static Value compared(
      Map<String, Value> fields, ComparisonOperator operator, Invocation in) {
    return new Comparing(in.machine())
        .compare(
            in.frame(),
            operator,
            values(fields, in.object(0)),
            values(fields, in.object(1)),
            Machine.NOWHERE);
  }

  private static Value values(Map<String, Value> fields, Value object) {
    List<Value> values = new ArrayList<>();
    if (object instanceof InstanceObject instance) {
      fields.keySet().forEach(name -> values.add(instance.attributes().get(name)));
    }
    return new Value.Sequence(values, true);
  }

  /** What {@code dataclasses.fields} gives: an object for each field that knows its name. */
  public static Value described(Value names) {
    List<Value> fields = new ArrayList<>();
    for (Value name : ((Value.Sequence) names).items()) {
      InstanceObject field = new InstanceObject(Types.NAMESPACE);
      field.set("name", name);
      fields.add(field);
    }
    return new Value.Sequence(fields, true);
  }

  /** The attributes that {@code repr} shows. */
  static Map<String, Value> shown(InstanceObject object) {
    Map<String, Value> shown = new LinkedHashMap<>(object.attributes());
    Records.fields(object.type())
        .forEach(
            (name, fallback) -> {
              if (fallback instanceof Records.Field field && !field.shown()) {
                shown.remove(name);
              }
            });
    return shown;
  }

  /** Dataclasses, also in lists, tuples and dicts, as dicts or as tuples. */
  public static Value plain(Value value, boolean dicts) {
    if (value instanceof InstanceObject object
        && object.type().find("__dataclass_fields__") != null) {
      DictObject dict = new DictObject();
      Records.dict(object, Records.fields(object.type()))
          .entries()
          .forEach(entry -> dict.put(entry.key(), plain(entry.value(), dicts)));
      return dicts ? dict : new Value.Sequence(dict.values(), true);
    }
    if (value instanceof ListObject list) {
      return new ListObject(list.items().stream().map(item -> plain(item, dicts)).toList());
    }
    if (value instanceof Value.Sequence all) {
      List<Value> items = all.items().stream().map(item -> plain(item, dicts)).toList();
      return all.of(items);
    }
    if (value instanceof DictObject dict) {
      DictObject copy = new DictObject();
      dict.entries().forEach(entry -> copy.put(entry.key(), plain(entry.value(), dicts)));
      return copy;
    }
    return value;
  }

  private static boolean areEqual(Map<String, Value> fields, Invocation in) {
    if (!(in.object(0) instanceof InstanceObject one)
        || !(in.object(1) instanceof InstanceObject two)
        || one.type() != two.type()) {
      return false;
    }
    for (String name : fields.keySet()) {
      Value left = one.attributes().getOrDefault(name, Value.NONE);
      Value right = two.attributes().getOrDefault(name, Value.NONE);
      if (!in.machine().areEqual(in.frame(), left, right, Machine.NOWHERE)) {
        return false;
      }
    }
    return true;
  }

  private static Value initialize(Map<String, Value> fields, Invocation in) {
    InstanceObject self = (InstanceObject) in.object(0);
    Records.bind(self.type().name(), fields, in).forEach(self::set);
    for (String name : List.of("__post_init__", "__attrs_post_init__")) {
      Value after = self.type().find(name);
      if (after != null) {
        in.call(after, self);
      }
    }
    return Value.NONE;
  }
}
