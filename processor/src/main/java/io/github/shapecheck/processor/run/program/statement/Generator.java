package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Interruptible;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The items of a function that yields: its body goes on where the next one is asked for. */
final class Generator implements Interruptible {
  private final Frame frame;
  private final Function<Resumable, @Nullable Value> call;
  private final Resumable body;
  private @Nullable Value ready;
  private @Nullable Raised thrown;
  private boolean ended;

  /** The items of a body in a frame, which a call carries on to the next one. */
  Generator(Frame frame, List<Statement> body, Function<Resumable, @Nullable Value> call) {
    this.frame = frame;
    this.call = call;
    this.body = new ResumableBlock(this, body);
  }

  @Override
  public boolean hasNext() {
    if (ready == null && !ended) {
      boolean fine = false;
      try {
        ready = call.apply(body);
        fine = true;
      } finally {
        ended = !fine || ready == null;
      }
    }
    return ready != null;
  }

  @Override
  public Value next() {
    Value item = hasNext() ? ready : null;
    ready = null;
    if (item == null) {
      throw new NoSuchElementException();
    }
    return item;
  }

  @Override
  public boolean takes(Raised raised) {
    thrown = raised;
    try {
      return !hasNext();
    } catch (Raised same) {
      if (same == raised) {
        return false;
      }
      throw same;
    } finally {
      thrown = null;
    }
  }

  Frame frame() {
    return frame;
  }

  /** The exception that is raised where it waits, null for none. */
  @Nullable Raised thrown() {
    return thrown;
  }

  /** An exception that was raised where it waits has found its handler. */
  void handled() {
    thrown = null;
  }

  /** What it returned behind its last item. */
  Value returned() {
    return body.flow instanceof Flow.Return returned ? returned.value() : Value.NONE;
  }

  /** A generator, to who asks for its items. */
  IteratorObject object() {
    return new IteratorObject("generator", this);
  }
}
