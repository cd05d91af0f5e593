package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** Methods that every object has of {@code object}. */
final class ObjectMethods {
  /** How an object would be pickled, which never happens here. */
  static final Builtin REDUCED =
      new Builtin(
          "__reduce__",
          in ->
              Value.Sequence.tuple(
                  in.object(0), new Value.Sequence(List.of(), true), new DictObject()));

  private ObjectMethods() {}

  /** How {@code object} sets, deletes and gets attributes. */
  static Builtin access(String name) {
    return new Builtin(
        name,
        in -> {
          InstanceObject instance = (InstanceObject) in.object(0);
          switch (name) {
            case "__setattr__" -> instance.set(in.text(1), in.object(2));
            case "__delattr__" -> instance.delete(in.text(1));
            default -> {
              return in.attribute(instance, in.text(1));
            }
          }
          return Value.NONE;
        });
  }
}
