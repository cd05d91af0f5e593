package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Interruptible;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.value.Value;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What {@code with} enters and leaves: contexts of the module {@code contextlib}. */
public final class Contexts {
  private static final ClassObject GENERATED =
      ClassObject.builtin("_GeneratorContextManager", Types.OBJECT);

  static {
    Builtin.define(GENERATED, "__enter__", Contexts::enter);
    Builtin.define(GENERATED, "__exit__", Contexts::exit);
  }

  private Contexts() {}

  /** A function that makes a context of what another one yields. */
  static Value maker(Invocation in) {
    Value function = in.object(0);
    return new Builtin(
        "contextmanager",
        call -> {
          InstanceObject context = new InstanceObject(GENERATED);
          context.set("gen", call.call(function, call.arguments()));
          return context;
        });
  }

  /** Whether exceptions may end in a context, so that none is told before it has been left. */
  public static boolean guards(Value context) {
    return !(context instanceof InstanceObject instance && instance.type() == GENERATED);
  }

  private static @Nullable Iterator<Value> items(Invocation in) {
    return in.object(0) instanceof InstanceObject context
            && context.attributes().get("gen") instanceof IteratorObject generator
        ? generator.items()
        : null;
  }

  private static Value enter(Invocation in) {
    Iterator<Value> items = items(in);
    return items != null && items.hasNext() ? items.next() : Value.UNKNOWN;
  }

  private static Value exit(Invocation in) {
    if (!(items(in) instanceof Interruptible generator)) {
      return Comparing.bool(false);
    }
    Raised raised = in.object(2) instanceof Value.None ? null : in.machine().current();
    return Comparing.bool(raised == null ? generator.hasNext() : generator.takes(raised));
  }
}
