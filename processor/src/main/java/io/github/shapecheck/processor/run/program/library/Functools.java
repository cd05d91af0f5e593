package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.run.program.type.Sorting;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module {@code functools}. */
final class Functools {
  private Functools() {}

  static @Nullable Value member(String name) {
    return switch (name) {
      case "partial", "partialmethod" -> Types.PARTIAL;
      case "reduce" -> new Builtin(name, Functools::reduce);
      case "cmp_to_key" -> new Builtin(name, Functools::key);
      case "cached_property" ->
          new Builtin(name, in -> new Wrapper(Wrapper.Kind.CACHED, in.object(0)));
      case "wraps" -> new Builtin(name, Functools::wraps);
      case "singledispatch", "total_ordering" -> new Builtin(name, Functools::decorator);
      default -> null;
    };
  }

  /** A decorator that may have arguments and leaves its function as it is. */
  private static Value decorator(Invocation in) {
    boolean decorates = in.size() == 1 && Types.of(in.object(0)) == Types.FUNCTION;
    return decorates ? in.object(0) : new Builtin("decorator", each -> each.object(0));
  }

  private static Value key(Invocation in) {
    Value comparison = in.object(0);
    return new Builtin("cmp_to_key", each -> new Sorting.OrderedBy(comparison, each.object(0)));
  }

  private static Value wraps(Invocation in) {
    Value name = in.find(in.object(0), "__name__");
    return new Builtin(
        "wraps",
        each -> {
          if (each.object(0) instanceof FunctionObject function && name != null) {
            function.attributes().put("__name__", name);
          }
          return each.object(0);
        });
  }

  private static Value reduce(Invocation in) {
    List<Value> items = in.items(1);
    if (in.size() > 2) {
      items.add(0, in.object(2));
    }
    if (items.isEmpty()) {
      throw in.error("TypeError", "reduce of nothing has no value");
    }
    Value result = items.get(0);
    for (Value item : items.subList(1, items.size())) {
      result = in.call(in.object(0), result, item);
    }
    return result;
  }
}
