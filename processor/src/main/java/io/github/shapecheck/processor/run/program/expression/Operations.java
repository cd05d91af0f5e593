package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.type.Arithmetic;
import io.github.shapecheck.processor.run.program.type.BinaryOperations;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.run.program.type.OperatorNames;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** Computes what operators give: on tensors by the catalogue, else as Python does. */
public final class Operations {
  private final Evaluation evaluator;
  private final Machine machine;
  private final Frame frame;

  public Operations(Evaluation evaluator) {
    this.evaluator = evaluator;
    this.machine = evaluator.machine();
    this.frame = evaluator.frame();
  }

  Value unary(Expression.Unary unary) {
    Value operand = evaluator.evaluate(unary.operand());
    if (operand instanceof Tensor) {
      return evaluator.operation(
          OperatorNames.of(unary.operator()), Arguments.of(List.of(operand)), unary.span());
    }
    if (operand instanceof Opaque opaque) {
      return opaque.derived();
    }
    if (operand instanceof Value.Unknown) {
      return operand;
    }
    if (operand instanceof InstanceObject instance) {
      Value method = instance.type().find(OperatorNames.special(unary.operator()));
      if (method != null) {
        return machine.call(frame, method, Arguments.of(operand), unary.span());
      }
    }
    Value value = Arithmetic.unary(unary.operator(), InstanceObject.plain(operand));
    if (value == null) {
      throw machine.error("TypeError", operand.kind() + " has no " + unary.operator().symbol());
    }
    return value;
  }

  Value not(Expression.Not not) {
    Value value = evaluator.evaluate(not.operand());
    if (value instanceof Opaque || value instanceof Tensor) {
      return value instanceof Opaque ? value : new Opaque("the truth of a tensor");
    }
    return Comparing.bool(!machine.truth(frame, value, not.operand().span()));
  }

  Value logic(Expression.BooleanOperation all) {
    boolean and = all.kind() == Expression.BooleanOperation.Kind.AND;
    List<Expression> operands = all.operands();
    for (Expression operand : operands.subList(0, operands.size() - 1)) {
      Value value = evaluator.evaluate(operand);
      if (machine.truth(frame, value, operand.span()) != and) {
        return value;
      }
    }
    return evaluator.evaluate(operands.get(operands.size() - 1));
  }

  Value binary(Expression.Binary binary) {
    Value left = evaluator.evaluate(binary.left());
    Value right = evaluator.evaluate(binary.right());
    if (left instanceof Tensor || right instanceof Tensor) {
      if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
        machine.host().unchecked(frame, binary.operator().symbol(), binary.span());
        return Value.UNKNOWN;
      }
      if (!hasOwn(left, binary.operator(), false) && !hasOwn(right, binary.operator(), true)) {
        return evaluator.operation(
            OperatorNames.of(binary.operator()),
            Arguments.of(left, binary.left().span(), right, binary.right().span()),
            binary.span());
      }
    }
    return new BinaryOperations(frame).combine(binary.operator(), left, right, binary.span());
  }

  private static boolean hasOwn(Value value, BinaryOperator operator, boolean reflected) {
    return value instanceof InstanceObject instance
        && instance.type().find(OperatorNames.special(operator, reflected)) != null;
  }

  Value comparison(Expression.Comparison comparison) {
    return compare(
        comparison, evaluator.evaluate(comparison.left()), evaluator.evaluate(comparison.right()));
  }

  private Value compare(Expression.Comparison comparison, Value left, Value right) {
    ComparisonOperator operator = comparison.operator();
    String name = OperatorNames.of(operator);
    boolean none = left instanceof Value.None || right instanceof Value.None;
    if (name != null && !none && (left instanceof Tensor || right instanceof Tensor)) {
      if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
        return Value.UNKNOWN;
      }
      return evaluator.operation(
          name,
          Arguments.of(left, comparison.left().span(), right, comparison.right().span()),
          comparison.span());
    }
    return new Comparing(machine).compare(frame, operator, left, right, comparison.span());
  }

  Value chain(Expression.ComparisonChain chain) {
    Value left = evaluator.evaluate(chain.comparisons().get(0).left());
    Value result = Value.NONE;
    for (Expression.Comparison comparison : chain.comparisons()) {
      Value right = evaluator.evaluate(comparison.right());
      result = compare(comparison, left, right);
      if (comparison != chain.comparisons().get(chain.comparisons().size() - 1)
          && !machine.truth(frame, result, comparison.span())) {
        return result;
      }
      left = right;
    }
    return result;
  }

  /** {@code target += value}: lists, sets and dicts grow, tensors are written into. */
  public Value augmented(
      BinaryOperator operator, Value left, Value right, Span leftSpan, Span rightSpan) {
    Span span = leftSpan.to(rightSpan);
    if (left instanceof Tensor || right instanceof Tensor) {
      if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
        return Value.UNKNOWN;
      }
      String name = OperatorNames.of(operator) + (left instanceof Tensor ? "_" : "");
      return evaluator.operation(name, Arguments.of(left, leftSpan, right, rightSpan), span);
    }
    return new BinaryOperations(frame).augmented(operator, left, right, span);
  }
}
