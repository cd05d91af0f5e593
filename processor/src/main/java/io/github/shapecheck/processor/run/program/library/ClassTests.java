package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.type.AbstractTypes;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code isinstance} and {@code issubclass}. */
final class ClassTests {
  private ClassTests() {}

  private static List<Value> types(Invocation in) {
    return in.object(1) instanceof Value.Sequence several ? flat(several) : List.of(in.object(1));
  }

  private static List<Value> flat(Value.Sequence types) {
    List<Value> all = new ArrayList<>();
    types.items().forEach(t -> all.addAll(t instanceof Value.Sequence s ? flat(s) : List.of(t)));
    return all;
  }

  static boolean isInstance(Invocation in) {
    Value value = in.object(0);
    if (value instanceof Value.Unknown || value instanceof Opaque) {
      throw new Lost(value);
    }
    ClassObject own = in.machine().type(value);
    return types(in).stream().anyMatch(type -> belongs(own, type));
  }

  static boolean isSubclass(Invocation in) {
    return in.object(0) instanceof ClassObject own
        && types(in).stream().anyMatch(type -> belongs(own, type));
  }

  /** Whether a class is another one or derived from it; of what is written in Python by its name. */
  private static boolean belongs(ClassObject own, Value type) {
    return type instanceof ClassObject other
        ? AbstractTypes.isSubclass(own, other)
        : type instanceof Builtin builtin
            && own.order().stream().anyMatch(each -> each.name().equals(builtin.name()));
  }
}
