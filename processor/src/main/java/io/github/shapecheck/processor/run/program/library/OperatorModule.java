package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.type.BinaryOperations;
import io.github.shapecheck.processor.run.program.type.OperatorNames;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module {@code operator}. */
final class OperatorModule {
  private OperatorModule() {}

  static @Nullable Value member(String name) {
    for (BinaryOperator operator : BinaryOperator.values()) {
      String word = operator.word();
      if (name.equals(word) || name.equals(word + "_")) {
        return new Builtin(name, in -> combine(in, operator, in.object(0), in.object(1)));
      }
    }
    return null;
  }

  /** What an operator gives, for tensors too. */
  static Value combine(Invocation in, BinaryOperator operator, Value left, Value right) {
    Span span = in.span() == null ? Machine.NOWHERE : in.span();
    return left instanceof Tensor || right instanceof Tensor
        ? in.operation(OperatorNames.of(operator), Arguments.of(List.of(left, right)))
        : new BinaryOperations(in.frame()).combine(operator, left, right, span);
  }
}
