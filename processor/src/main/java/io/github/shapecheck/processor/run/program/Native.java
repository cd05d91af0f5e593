package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;

/** What a function does that is not written in Python. */
@FunctionalInterface
public interface Native {
  /** The function's value. */
  Value call(Invocation invocation);
}
