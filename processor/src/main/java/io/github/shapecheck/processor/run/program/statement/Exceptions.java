package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raises exceptions and handles them. */
final class Exceptions {
  private final Frame frame;
  private final Machine machine;
  private final Evaluator evaluator;
  private final Statements statements;

  Exceptions(Statements statements) {
    this.statements = statements;
    this.frame = statements.frame();
    this.machine = frame.machine();
    this.evaluator = new Evaluator(frame);
  }

  @Nullable Flow raise(Statement.Raise raise) {
    if (raise.exception() == null) {
      Raised current = machine.current();
      throw current != null
          ? current
          : machine.error("RuntimeError", "there is no exception to raise again");
    }
    Value value = evaluator.evaluate(raise.exception());
    if (value instanceof ClassObject type) {
      value = machine.call(frame, type, Arguments.NONE, raise.span());
    }
    if (!(value instanceof InstanceObject exception)
        || !exception.type().isSubclassOf(Types.BASE_EXCEPTION)) {
      throw machine.unfit(value, value.kind() + " is no exception");
    }
    String text = machine.text(frame, exception);
    String name = exception.type().name();
    boolean library = frame.source().isLibrary();
    String message = library ? text : "raises " + name + (text.isEmpty() ? "" : ": " + text);
    throw new Raised(exception, library ? Types.idOf(name) : ProblemId.RAISES, message, !library)
        .at(frame.place(raise.span()));
  }

  @Nullable Flow attempt(Statement.Try attempt) {
    Flow flow;
    try {
      flow = attempt.handlers().isEmpty() ? statements.block(attempt.body()) : handled(attempt);
    } catch (Raised raised) {
      Flow last = statements.block(attempt.last());
      if (last != null) {
        return last;
      }
      throw raised;
    }
    Flow last = statements.block(attempt.last());
    return last == null ? flow : last;
  }

  private @Nullable Flow handled(Statement.Try attempt) {
    machine.enterTry();
    boolean inside = true;
    try {
      Flow flow = statements.block(attempt.body());
      machine.leaveTry();
      inside = false;
      return flow == null ? statements.block(attempt.otherwise()) : flow;
    } catch (Raised raised) {
      if (!inside) {
        throw raised;
      }
      machine.leaveTry();
      inside = false;
      Statement.Try.Handler handler = handler(attempt, raised);
      if (handler != null) {
        return handle(handler, raised);
      }
      if (machine.handlers() == 0 && !raised.isExplicit()) {
        machine.report(raised, frame);
        throw new Lost(Value.UNKNOWN);
      }
      throw raised;
    } finally {
      if (inside) {
        machine.leaveTry();
      }
    }
  }

  /** The handler that takes an exception, null for none. */
  Statement.Try.@Nullable Handler handler(Statement.Try attempt, Raised raised) {
    if (raised.id() == ProblemId.LIMIT) {
      return null;
    }
    for (Statement.Try.Handler handler : attempt.handlers()) {
      if (handler.type() == null || takes(handler.type(), raised.exception().type())) {
        return handler;
      }
    }
    return null;
  }

  private boolean takes(Expression types, ClassObject raised) {
    Value value = evaluator.evaluate(types);
    List<Value> all = value instanceof Value.Sequence several ? several.items() : List.of(value);
    return all.stream().anyMatch(one -> one instanceof ClassObject t && raised.isSubclassOf(t));
  }

  private @Nullable Flow handle(Statement.Try.Handler handler, Raised raised) {
    Raised before = machine.current();
    machine.setCurrent(raised);
    if (handler.name() != null) {
      frame.environment().put(handler.name(), raised.exception());
    }
    try {
      return statements.block(handler.body());
    } finally {
      machine.setCurrent(before);
      if (handler.name() != null) {
        frame.environment().remove(handler.name());
      }
    }
  }

  @Nullable Flow with(Statement.With with) {
    return with(with, 0);
  }

  private @Nullable Flow with(Statement.With with, int at) {
    if (at == with.items().size()) {
      return statements.block(with.body());
    }
    EnteredContext context = EnteredContext.of(frame, with.items().get(at), with.span());
    Flow flow;
    context.guard();
    try {
      flow = with(with, at + 1);
    } catch (Raised raised) {
      context.leave(raised);
      return null;
    } finally {
      context.unguard();
    }
    context.leave();
    return flow;
  }
}
