package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code functools.partial}: a function with its first arguments. */
public record Partial(Value function, Arguments arguments) implements Typed {
  /** A function with its first arguments; one that has some already gets more. */
  public static Partial of(Value function, Arguments arguments) {
    return function instanceof Partial inner
        ? new Partial(inner.function, inner.arguments.and(arguments))
        : new Partial(function, arguments);
  }

  @Override
  public ClassObject type() {
    return Types.PARTIAL;
  }

  @Override
  public String describe() {
    return function.kind();
  }

  /** {@code func} or {@code args}; null for another name. */
  public @Nullable Value attribute(String name) {
    return switch (name) {
      case "func" -> function;
      case "args" -> new Value.Sequence(arguments.positional(), true);
      case "keywords" -> {
        DictObject named = new DictObject();
        arguments.named().forEach(each -> named.put(each.name(), each.value()));
        yield named;
      }
      default -> null;
    };
  }
}
