package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.Literals;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The call that makes an object of a class that is no module.
 *
 * @param text {@code Waves(octaves=5)}
 */
record ConstructorCall(ClassObject type, String text) {

  /** That of an object with functions; null for other values. */
  static @Nullable ConstructorCall of(Value value) {
    if (!(value instanceof InstanceObject object) || object.type().isBuiltin()) {
      return null;
    }
    InstanceObject.Given given = object.madeOf();
    boolean functions =
        object.type().members().entrySet().stream()
            .anyMatch(
                member ->
                    member.getValue() instanceof FunctionObject
                        && !member.getKey().equals("__init__"));
    if (given == null || !functions) {
      return null;
    }
    List<String> arguments = new ArrayList<>();
    for (Value each : given.positional()) {
      arguments.add(String.valueOf(Literals.of(each)));
    }
    for (Map.Entry<String, Value> each : given.named().entrySet()) {
      arguments.add(each.getKey() + "=" + Literals.of(each.getValue()));
    }
    return arguments.stream().anyMatch(text -> text.endsWith("null"))
        ? null
        : new ConstructorCall(
            object.type(), object.type().name() + "(" + String.join(", ", arguments) + ")");
  }
}
