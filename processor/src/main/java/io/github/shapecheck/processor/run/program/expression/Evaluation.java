package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions in a frame. */
public interface Evaluation {
  Frame frame();

  /** The same in another frame. */
  Evaluation in(Frame other);

  /** The value; of what cannot be computed, after a report, an unknown one. */
  Value evaluate(Expression expression);

  /** The values of items; of {@code *items} one for each item. */
  List<Value> evaluateAll(List<Expression> expressions);

  /** What a name stands for, or null. */
  @Nullable Value lookup(String name);

  default Machine machine() {
    return frame().machine();
  }

  /** An operation of the catalogue. */
  default Value operation(String name, Arguments arguments, Span span) {
    return machine().host().operation(frame(), name, arguments, span);
  }
}
