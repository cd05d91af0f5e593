package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The functions that a program hangs before and after the forward pass of a module. */
final class ModuleHooks {
  private ModuleHooks() {}

  static Value register(Invocation in, List<Value> hooks) {
    hooks.add(in.get(1, "hook", Value.NONE));
    ModuleObject.self(in).setHooked(in.span() == null ? Place.NONE : in.frame().place(in.span()));
    return new Opaque("the handle of a hook");
  }

  /** The arguments as they arrive in the forward pass. */
  static Arguments before(Invocation in, ModuleObject module) {
    Arguments given = in.arguments().rest();
    for (Value hook : module.before()) {
      Value changed = in.call(hook, module, new Value.Sequence(given.positional(), true));
      if (!(changed instanceof Value.None)) {
        List<Value> values = changed instanceof Value.Sequence all ? all.items() : List.of(changed);
        Arguments positional = Arguments.of(values);
        given = new Arguments(positional.positional(), positional.spans(), given.named());
      }
    }
    return given;
  }

  /** What the module gives, once its hooks have seen it. */
  static Value after(Invocation in, ModuleObject module, Arguments given, Value output) {
    Value value = output;
    for (Value hook : new ArrayList<>(module.after())) {
      Value inputs = new Value.Sequence(given.positional(), true);
      Value changed = in.call(hook, module, inputs, value);
      value = changed instanceof Value.None ? value : changed;
    }
    return value;
  }
}
