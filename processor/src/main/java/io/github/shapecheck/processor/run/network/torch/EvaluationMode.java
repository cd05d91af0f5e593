package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Tells modules whose classes say what {@code train(mode)} does that they no longer train. */
public final class EvaluationMode {
  private final Frame frame;
  private final Set<ModuleObject> told = Collections.newSetFromMap(new IdentityHashMap<>());

  public EvaluationMode(Frame frame) {
    this.frame = frame;
  }

  public void of(ModuleObject module) {
    if (!told.add(module)) {
      return;
    }
    if (module.type().find("train") instanceof FunctionObject train && takesMode(train)) {
      Arguments off = Arguments.of(new Value.Bool(false));
      frame.machine().call(frame, new BoundMethod(train, module), off, null);
    }
    module.children().values().forEach(this::of);
  }

  /** Whether it is what {@code eval()} calls, not a loop that trains. */
  private static boolean takesMode(FunctionObject train) {
    return train.code().parameters().size() == 2
        && train.code().parameters().get(1).fallback() != null;
  }
}
