package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes of a fixed number of objects: {@code enum.Enum}. */
public final class Enumerations {
  /** What {@code auto()} stands for until its class is complete. */
  public static final Value AUTO = new Value.Constant("auto()");

  private Enumerations() {}

  /** Makes the members of what the class's body assigned. */
  public static void fill(Machine machine, Frame frame, ClassObject type) {
    long next = 1;
    for (Map.Entry<String, Value> entry : List.copyOf(type.members().entrySet())) {
      Value value = entry.getValue();
      boolean plain =
          !entry.getKey().startsWith("_")
              && !(value instanceof FunctionObject)
              && !(value instanceof Wrapper)
              && !(value instanceof Builtin);
      if (!plain) {
        continue;
      }
      boolean word = type.order().stream().anyMatch(each -> each.name().equals("StrEnum"));
      if (value == AUTO) {
        value = word ? new Value.Text(entry.getKey().toLowerCase(Locale.ROOT)) : Value.Int.of(next);
      }
      next = value.dim() != null && value.dim().isConstant() ? value.dim().value() + 1 : next + 1;
      InstanceObject same = find(machine, frame, type, value);
      InstanceObject member = same == null ? new InstanceObject(type) : same;
      if (same == null) {
        member.set("value", value);
        member.set("_value_", value);
        member.set("name", new Value.Text(entry.getKey()));
        if (type.isSubclassOf(Types.INT) || type.isSubclassOf(Types.STR)) {
          member.withBase(value);
        }
        Value initializer = type.find("__init__");
        if (initializer instanceof FunctionObject) {
          List<Value> arguments = new ArrayList<>(List.of(member));
          List<Value> items = Comparing.sequence(value);
          arguments.addAll(items == null ? List.of(value) : items);
          machine.call(frame, initializer, Arguments.of(arguments), null);
        }
      }
      type.members().put(entry.getKey(), member);
    }
  }

  public static List<Value> members(ClassObject type) {
    List<Value> members = new ArrayList<>();
    for (Value value : type.members().values()) {
      if (value instanceof InstanceObject member
          && member.type() == type
          && !members.contains(value)) {
        members.add(value);
      }
    }
    return members;
  }

  static Value byName(ClassObject type) {
    DictObject dict = new DictObject();
    members(type)
        .forEach(
            member -> {
              Value name = ((InstanceObject) member).attributes().get("name");
              dict.put(name == null ? Value.NONE : name, member);
            });
    return dict;
  }

  private static @Nullable InstanceObject find(
      Machine machine, Frame frame, ClassObject type, Value value) {
    for (Value member : members(type)) {
      InstanceObject instance = (InstanceObject) member;
      Value own = instance.attributes().get("value");
      if (own != null && machine.areEqual(frame, own, value, Machine.NOWHERE)) {
        return instance;
      }
    }
    return null;
  }

  /** {@code Color(1)}. */
  public static Value of(Machine machine, Frame frame, ClassObject type, Value value) {
    if (value instanceof InstanceObject member && member.type() == type) {
      return value;
    }
    InstanceObject found = find(machine, frame, type, value);
    if (found == null) {
      throw machine.error("ValueError", machine.repr(frame, value) + " is no " + type.name());
    }
    return found;
  }

  /** {@code Color["RED"]}. */
  public static Value named(Machine machine, ClassObject type, Value name) {
    Value member = name instanceof Value.Text text ? type.members().get(text.value()) : null;
    if (member == null) {
      throw machine.error("KeyError", type.name() + " has no " + name.kind());
    }
    return member;
  }
}
