package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.FileModule;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Globals;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Partial;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.SuperObject;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up, sets and deletes what stands behind a dot. */
public record Attributes(Machine machine) {
  /** An attribute; an exception where there is none. */
  public Value get(Frame frame, Value target, String name, @Nullable Span span) {
    Value value = find(frame, target, name, span);
    if (value != null) {
      return value;
    }
    throw missing(frame, target, name, false);
  }

  /** The exception for an attribute that is not there, which may have been called. */
  public static Raised missing(Frame frame, Value target, String name, boolean called) {
    Machine machine = frame.machine();
    String hint = machine.host().hint(frame, target, name);
    if (target instanceof Library library) {
      return machine.error(
          "AttributeError",
          ProblemId.UNKNOWN_FUNCTION,
          "unknown function " + library.name() + "." + name + hint);
    }
    boolean method = called && Types.of(target) == null && !(target instanceof Value.Pieces);
    return method
        ? machine.error(
            "AttributeError", ProblemId.UNKNOWN_FUNCTION, "unknown method " + name + hint)
        : machine.error("AttributeError", target.kind() + " has no " + name + hint);
  }

  /** An attribute, or null. */
  public @Nullable Value find(Frame frame, Value target, String name, @Nullable Span span) {
    if (target instanceof Value.Unknown) {
      throw new Lost(target);
    }
    if (target instanceof Opaque opaque) {
      return opaque;
    }
    if (target instanceof InstanceObject instance) {
      return ofInstance(frame, instance, name, span);
    }
    if (target instanceof ClassObject type) {
      return ofClass(frame, type, name, span);
    }
    if (target instanceof SuperObject from) {
      return ofSuper(frame, from, name, span);
    }
    boolean named = name.equals("__name__");
    boolean all = name.equals("__dict__");
    if (target instanceof Library library) {
      Value known = named ? new Value.Text(library.name()) : library.members().apply(name);
      return all ? new Globals(library) : known;
    }
    if (target instanceof FileModule module) {
      Environment variables = module.environment();
      Value known = named ? new Value.Text(module.name()) : variables.get(name);
      return all ? new Globals(variables) : known;
    }
    if (target instanceof FunctionObject function) {
      Value own = function.attributes().get(name);
      Value text = name.equals("__module__") ? new Value.Text("__main__") : null;
      return own != null ? own : named ? new Value.Text(function.name()) : text;
    }
    if (target instanceof Builtin builtin && named) {
      return new Value.Text(builtin.name());
    }
    if (target instanceof BoundMethod bound) {
      return name.equals("__self__") ? bound.self() : find(frame, bound.function(), name, span);
    }
    if (target instanceof Partial partial) {
      return partial.attribute(name);
    }
    if (target instanceof Wrapper wrapper) {
      return ofWrapper(wrapper, name);
    }
    ClassObject type = Types.of(target);
    Value member = type == null ? null : type.find(name);
    if (type != null && member != null) {
      return bound(frame, member, target, type, span);
    }
    Value hosts = machine.host().attribute(frame, target, name, span);
    return hosts != null || !name.equals("__class__") ? hosts : machine.type(target);
  }

  private @Nullable Value ofWrapper(Wrapper wrapper, String name) {
    if (wrapper.what() == Wrapper.Kind.PROPERTY
        && List.of("setter", "getter", "deleter").contains(name)) {
      return new Builtin(
          name, in -> name.equals("setter") ? new Setter(wrapper, in.object(0)) : wrapper);
    }
    return null;
  }

  /** A property that can be set. */
  public record Setter(Wrapper getter, Value function) implements Value.Reference {
    @Override
    public String describe() {
      return "a property";
    }
  }

  private @Nullable Value ofInstance(
      Frame frame, InstanceObject instance, String name, @Nullable Span span) {
    Value member = instance.type().find(name);
    if (member instanceof Setter setter) {
      member = setter.getter();
    }
    if (member instanceof Wrapper wrapper && wrapper.what() == Wrapper.Kind.PROPERTY) {
      return machine.call(frame, wrapper.function(), Arguments.of(instance), span);
    }
    Value own = instance.attributes().get(name);
    if (own != null) {
      return own;
    }
    if (member instanceof Wrapper wrapper && wrapper.what() == Wrapper.Kind.CACHED) {
      Value made = machine.call(frame, wrapper.function(), Arguments.of(instance), span);
      instance.attributes().put(name, made);
      return made;
    }
    if (member != null) {
      return bound(frame, member, instance, instance.type(), span);
    }
    Value hosts = machine.host().attribute(frame, instance, name, span);
    if (hosts != null) {
      return hosts;
    }
    return switch (name) {
      case "__class__" -> instance.type();
      case "__dict__" -> dict(instance.attributes());
      case "__doc__" -> Value.NONE;
      case "__setattr__", "__delattr__", "__getattribute__", "__getattr__" ->
          new BoundMethod(ObjectMethods.access(name), instance);
      default -> frame.special(instance, "__getattr__", span, new Value.Text(name));
    };
  }

  /** What a member of a class is when it is asked of an object. */
  private Value bound(
      Frame frame, Value member, Value self, ClassObject type, @Nullable Span span) {
    if (member instanceof FunctionObject || member instanceof Builtin) {
      return new BoundMethod(member, self);
    }
    if (member instanceof Wrapper wrapper) {
      return switch (wrapper.what()) {
        case STATIC -> wrapper.function();
        case CLASS -> new BoundMethod(wrapper.function(), type);
        case PROPERTY, CACHED -> machine.call(frame, wrapper.function(), Arguments.of(self), span);
      };
    }
    Value getter = member instanceof Setter setter ? setter.getter().function() : null;
    return getter == null ? member : machine.call(frame, getter, Arguments.of(self), span);
  }

  private static DictObject dict(Map<String, Value> named) {
    DictObject dict = new DictObject();
    named.forEach(dict::put);
    return dict;
  }

  private static boolean isOfClass(Wrapper wrapper) {
    return wrapper.what() == Wrapper.Kind.STATIC || wrapper.what() == Wrapper.Kind.CLASS;
  }

  private @Nullable Value ofClass(Frame frame, ClassObject type, String name, @Nullable Span span) {
    Value member = type.find(name);
    if (member instanceof Wrapper wrapper && isOfClass(wrapper)) {
      return bound(frame, wrapper, type, type, span);
    }
    if (member != null) {
      return member;
    }
    return switch (name) {
      case "__name__", "__qualname__" -> new Value.Text(type.name());
      case "__module__" -> new Value.Text("__main__");
      case "__doc__" -> Value.NONE;
      case "__init__" -> new Builtin(name, in -> Value.NONE);
      case "__setattr__", "__delattr__", "__getattribute__" -> ObjectMethods.access(name);
      case "__members__" -> Enumerations.byName(type);
      case "__dict__" -> dict(type.members());
      case "__bases__" -> new Value.Sequence(List.copyOf(type.bases()), true);
      case "__mro__" -> new Value.Sequence(List.copyOf(type.order()), true);
      default -> machine.host().attribute(frame, type, name, span);
    };
  }

  private @Nullable Value ofSuper(Frame frame, SuperObject from, String name, @Nullable Span span) {
    ClassObject type = from.self() instanceof ClassObject own ? own : machine.type(from.self());
    Value member = type.findAfter(from.owner(), name);
    if (member == null) {
      return switch (name) {
        case "__setattr__", "__delattr__", "__getattribute__" ->
            new BoundMethod(ObjectMethods.access(name), from.self());
        case "__reduce__", "__reduce_ex__" -> new BoundMethod(ObjectMethods.REDUCED, from.self());
        case "__init__", "__init_subclass__", "__post_init__" ->
            new BoundMethod(new Builtin(name, in -> Value.NONE), from.self());
        default -> machine.host().attribute(frame, from.self(), name, span);
      };
    }
    return from.self() instanceof ClassObject && !(member instanceof Wrapper)
        ? member
        : bound(frame, member, from.self(), type, span);
  }

  /** Sets an attribute; an exception where there can be none. */
  public void set(Frame frame, Value target, String name, Value value, @Nullable Span span) {
    if (target instanceof InstanceObject instance) {
      Value member = instance.type().find(name);
      Value hook = instance.type().find("__setattr__");
      if (member instanceof Setter setter) {
        machine.call(frame, setter.function(), Arguments.of(List.of(instance, value)), span);
      } else if (member instanceof Wrapper wrapper
          && wrapper.what() == Wrapper.Kind.PROPERTY
          && !wrapper.isBuiltin()) {
        throw machine.error(
            "AttributeError", instance.kind() + " has a " + name + " that cannot be set");
      } else if (hook != null) {
        List<Value> arguments = List.of(instance, new Value.Text(name), value);
        machine.call(frame, hook, Arguments.of(arguments), span);
      } else if (!machine.host().setAttribute(frame, target, name, value)) {
        instance.set(name, value);
      }
    } else if (target instanceof ClassObject type) {
      if (!type.isBuiltin()) {
        type.members().put(name, value);
      }
    } else if (target instanceof FunctionObject function) {
      function.attributes().put(name, value);
    } else if (target instanceof BoundMethod
        || target instanceof Opaque
        || target instanceof Value.Unknown) {
      return; // nothing that matters
    } else if (!machine.host().setAttribute(frame, target, name, value)) {
      throw machine.error(
          "AttributeError",
          ProblemId.SYNTAX,
          "nothing can be assigned to " + name + " of " + target.kind());
    }
  }

  /** Deletes an attribute; an exception where there is none. */
  public void delete(Value target, String name) {
    Map<String, Value> own =
        target instanceof InstanceObject instance
            ? instance.attributes()
            : target instanceof ClassObject type ? type.members() : Map.of();
    if (!own.containsKey(name)) {
      throw machine.error("AttributeError", target.kind() + " has no " + name);
    }
    if (target instanceof InstanceObject instance) {
      instance.delete(name);
    } else {
      own.remove(name);
    }
  }
}
