package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/** Statements that stop where they yield. */
abstract class Resumable {
  /** How they ended. */
  @Nullable Flow flow;

  /** What they yield next; null where they have come to their end. */
  abstract @Nullable Value next();

  /** What another one yields, whose end is then this one's. */
  @Nullable Value from(Resumable other) {
    Value item = other.next();
    flow = item == null ? other.flow : null;
    return item;
  }
}
