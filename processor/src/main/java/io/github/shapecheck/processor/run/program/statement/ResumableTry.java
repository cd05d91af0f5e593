package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A body, its handler or {@code else}, then {@code finally}. */
final class ResumableTry extends Resumable {
  private final Generator generator;
  private final Frame frame;
  private final Statement.Try attempt;
  private final Deque<Resumable> parts = new ArrayDeque<>();
  private boolean inBody = true;
  private @Nullable Raised unhandled;
  private @Nullable Flow ending;
  private final @Nullable Raised before;

  ResumableTry(Generator generator, Statement.Try attempt) {
    this.generator = generator;
    this.frame = generator.frame();
    this.before = frame.machine().current();
    this.attempt = attempt;
    parts.add(new ResumableBlock(generator, attempt.body()));
    parts.add(new ResumableBlock(generator, attempt.otherwise()));
    parts.add(new ResumableBlock(generator, attempt.last()));
  }

  @Override
  @Nullable Value next() {
    while (!parts.isEmpty()) {
      Value item = null;
      try {
        item = guarded(parts.getFirst());
      } catch (Raised raised) {
        raise(raised);
        continue;
      }
      if (item != null) {
        return item;
      }
      ending = flow == null ? ending : flow;
      if (flow != null && parts.size() > 2) {
        parts.remove();
      }
      unhandled = flow == null ? unhandled : null;
      frame.machine().setCurrent(before);
      parts.remove();
      inBody = false;
    }
    flow = ending;
    if (unhandled != null) {
      throw unhandled;
    }
    return null;
  }

  private @Nullable Value guarded(Resumable part) {
    boolean guards = inBody && !attempt.handlers().isEmpty();
    if (guards) {
      frame.machine().enterTry();
    }
    try {
      return from(part);
    } finally {
      if (guards) {
        frame.machine().leaveTry();
      }
    }
  }

  /** Goes on in the handler that takes an exception, else in {@code finally}. */
  private void raise(Raised raised) {
    Statement.Try.Handler handler =
        inBody ? new Exceptions(new Executor(frame)).handler(attempt, raised) : null;
    if (parts.size() == 1) {
      throw raised;
    }
    generator.handled();
    Resumable last = parts.getLast();
    parts.clear();
    inBody = false;
    if (handler != null) {
      frame.machine().setCurrent(raised);
      if (handler.name() != null) {
        frame.environment().put(handler.name(), raised.exception());
      }
      parts.add(new ResumableBlock(generator, handler.body()));
    }
    unhandled = handler == null ? raised : null;
    parts.add(last);
  }
}
