package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.expression.Targets;
import io.github.shapecheck.processor.run.program.library.Contexts;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A context that {@code with} has entered and will leave.
 *
 * @param exit its {@code __exit__}, null where nothing is done
 */
record EnteredContext(Frame frame, Value context, @Nullable Value exit, Span span) {
  /** Enters a context and binds its name. */
  static EnteredContext of(Frame frame, Statement.With.Item item, Span span) {
    Evaluator evaluator = new Evaluator(frame);
    Value context = evaluator.evaluate(item.context());
    Value entered = frame.special(context, "__enter__", item.context().span());
    if (item.target() != null) {
      new Targets(evaluator).assign(item.target(), entered == null ? context : entered);
    }
    Value exit = context instanceof InstanceObject own ? own.type().find("__exit__") : null;
    return new EnteredContext(frame, context, exit, span);
  }

  private boolean guards() {
    return exit != null && Contexts.guards(context);
  }

  /** From here on an exception is not told before the context has seen it. */
  void guard() {
    if (guards()) {
      frame.machine().enterTry();
    }
  }

  void unguard() {
    if (guards()) {
      frame.machine().leaveTry();
    }
  }

  /** Leaves it at the end of the block. */
  void leave() {
    if (exit != null) {
      List<Value> nothing = List.of(context, Value.NONE, Value.NONE, Value.NONE);
      frame.machine().call(frame, exit, Arguments.of(nothing), span);
    }
  }

  /** Leaves it with an exception, which goes on unless it ends here. */
  void leave(Raised raised) {
    if (exit == null) {
      throw raised;
    }
    Machine machine = frame.machine();
    List<Value> what = List.of(context, raised.exception().type(), raised.exception(), Value.NONE);
    Raised before = machine.current();
    machine.setCurrent(raised);
    Value answer = machine.call(frame, exit, Arguments.of(what), span);
    machine.setCurrent(before);
    if (!machine.truth(frame, answer, span)) {
      throw raised;
    }
  }
}
