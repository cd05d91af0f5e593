package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.value.Value;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A body between entering a context and leaving it. */
final class ResumableWith extends Resumable {
  private final EnteredContext context;
  private final Supplier<Resumable> body;
  private final Runnable handled;
  private @Nullable Resumable begun;

  /** The body begins within the context; an exception that arrives there has been handled. */
  ResumableWith(EnteredContext context, Supplier<Resumable> body, Runnable handled) {
    this.context = context;
    this.body = body;
    this.handled = handled;
  }

  @Override
  @Nullable Value next() {
    Value item;
    context.guard();
    try {
      begun = begun == null ? body.get() : begun;
      item = from(begun);
    } catch (Raised raised) {
      handled.run();
      context.leave(raised);
      return null;
    } finally {
      context.unguard();
    }
    if (item == null) {
      context.leave();
    }
    return item;
  }
}
