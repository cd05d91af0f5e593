package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.DictView;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes what operators give: on tensors by the catalogue, else as Python does. */
final class Operations {
  private final Evaluator evaluator;
  private final Machine machine;
  private final Frame frame;

  Operations(Evaluator evaluator) {
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
    return Comparing.bool(!machine.comparing().truth(frame, value, not.operand().span(), false));
  }

  Value logic(Expression.BooleanOperation all) {
    boolean and = all.kind() == Expression.BooleanOperation.Kind.AND;
    List<Expression> operands = all.operands();
    for (Expression operand : operands.subList(0, operands.size() - 1)) {
      Value value = evaluator.evaluate(operand);
      if (machine.comparing().truth(frame, value, operand.span(), false) != and) {
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
    return combine(binary.operator(), left, right, binary.span());
  }

  private static boolean hasOwn(Value value, BinaryOperator operator, boolean reflected) {
    return value instanceof InstanceObject instance
        && instance.type().find(OperatorNames.special(operator, reflected)) != null;
  }

  /** What an operator gives for values that are no tensors. */
  Value combine(BinaryOperator operator, Value left, Value right, Span span) {
    if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
      return Value.UNKNOWN;
    }
    Value special = special(operator, left, right, span);
    if (special != null) {
      return special;
    }
    Value a = InstanceObject.plain(left);
    Value b = InstanceObject.plain(right);
    if (operator == BinaryOperator.REMAINDER && a instanceof Value.Text text) {
      return new Value.Text(new PercentFormat(frame).of(text.value(), b));
    }
    if (a instanceof Opaque || b instanceof Opaque) {
      return (a instanceof Opaque one ? one : (Opaque) b).derived();
    }
    Value value = Arithmetic.binary(operator, a, b);
    value = value == null ? collections(operator, a, b) : value;
    if (value == null) {
      throw machine.error(
          "TypeError",
          left.kind() + " and " + right.kind() + " cannot be combined by " + operator.symbol());
    }
    return value;
  }

  private @Nullable Value special(BinaryOperator operator, Value left, Value right, Span span) {
    if (left instanceof InstanceObject instance) {
      Value method = instance.type().find(OperatorNames.special(operator, false));
      if (method != null) {
        return machine.call(frame, method, Arguments.of(List.of(left, right)), span);
      }
    }
    if (right instanceof InstanceObject instance) {
      Value method = instance.type().find(OperatorNames.special(operator, true));
      if (method != null) {
        return machine.call(frame, method, Arguments.of(List.of(right, left)), span);
      }
    }
    return null;
  }

  private @Nullable Value collections(BinaryOperator operator, Value left, Value right) {
    if (left instanceof DictView view) {
      return collections(operator, view.set(), right);
    }
    if (right instanceof DictView view) {
      return collections(operator, left, view.set());
    }
    if (left instanceof SetObject set && right instanceof SetObject other) {
      return SetMethods.combine(operator, set, other);
    }
    if (operator == BinaryOperator.OR
        && left instanceof DictObject dict
        && right instanceof DictObject other) {
      DictObject both = new DictObject(dict.factory());
      both.putAll(dict);
      both.putAll(other);
      return both;
    }
    if (operator == BinaryOperator.OR
        && (left instanceof ClassObject || right instanceof ClassObject)) {
      return new Opaque("a type"); // int | None in a hint
    }
    if (operator == BinaryOperator.ADD) {
      return concatenated(left, right);
    }
    if (operator != BinaryOperator.MULTIPLY) {
      return null;
    }
    Value times = Comparing.size(left) >= 0 ? right : left;
    Value repeated = times == right ? left : right;
    return repeated(repeated, times);
  }

  private @Nullable Value concatenated(Value left, Value right) {
    if (left instanceof Value.Text text && right instanceof Value.Text other) {
      machine.requireRoom((long) text.value().length() + other.value().length());
      return new Value.Text(text.value() + other.value());
    }
    List<Value> items = Comparing.sequence(left);
    List<Value> others = Comparing.sequence(right);
    boolean same = left instanceof ListObject == right instanceof ListObject;
    if (items == null || others == null || !same) {
      return null;
    }
    machine.requireRoom((long) items.size() + others.size());
    List<Value> both = new ArrayList<>(items);
    both.addAll(others);
    return left instanceof ListObject ? new ListObject(both) : new Value.Sequence(both, true);
  }

  private @Nullable Value repeated(Value value, Value times) {
    io.github.shapecheck.shape.Dim count = Arithmetic.integer(times);
    if (count == null || !(value instanceof Value.Text) && Comparing.sequence(value) == null) {
      return null;
    }
    if (!count.isConstant()) {
      throw machine.error(
          "TypeError", "how often " + value.kind() + " is repeated, " + count + ", must be known");
    }
    long number = Math.max(0, count.value());
    machine.requireRoom(Math.multiplyExact(number, Math.max(1L, Comparing.size(value))));
    if (value instanceof Value.Text text) {
      return new Value.Text(text.value().repeat((int) number));
    }
    List<Value> all = new ArrayList<>();
    for (long i = 0; i < number; i++) {
      all.addAll(Comparing.sequence(value));
    }
    return value instanceof ListObject ? new ListObject(all) : new Value.Sequence(all, true);
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
    return machine.comparing().compare(frame, operator, left, right, comparison.span());
  }

  Value chain(Expression.ComparisonChain chain) {
    Value left = evaluator.evaluate(chain.comparisons().get(0).left());
    Value result = Value.NONE;
    for (Expression.Comparison comparison : chain.comparisons()) {
      Value right = evaluator.evaluate(comparison.right());
      result = compare(comparison, left, right);
      if (comparison != chain.comparisons().get(chain.comparisons().size() - 1)
          && !machine.comparing().truth(frame, result, comparison.span(), false)) {
        return result;
      }
      left = right;
    }
    return result;
  }

  /** {@code target += value}: lists, sets and dicts grow, tensors are written into. */
  Value augmented(BinaryOperator operator, Value left, Value right, Span leftSpan, Span rightSpan) {
    Span span = leftSpan.to(rightSpan);
    if (left instanceof Tensor || right instanceof Tensor) {
      if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
        return Value.UNKNOWN;
      }
      String name = OperatorNames.of(operator) + (left instanceof Tensor ? "_" : "");
      return evaluator.operation(name, Arguments.of(left, leftSpan, right, rightSpan), span);
    }
    if (left instanceof InstanceObject instance) {
      Value method = instance.type().find(OperatorNames.inPlace(operator));
      if (method != null) {
        return machine.call(frame, method, Arguments.of(List.of(left, right)), span);
      }
    }
    Value plain = InstanceObject.plain(left);
    if (plain instanceof ListObject list && operator == BinaryOperator.ADD) {
      List<Value> more = machine.items(frame, right, rightSpan);
      machine.requireRoom((long) list.items().size() + more.size());
      list.items().addAll(more);
      return left;
    }
    if (plain instanceof ListObject list && operator == BinaryOperator.MULTIPLY) {
      Value all = repeated(list, right);
      if (all instanceof ListObject grown) {
        list.items().clear();
        list.items().addAll(grown.items());
        return left;
      }
    }
    if (plain instanceof DictObject dict && operator == BinaryOperator.OR) {
      dict.putAll(machine.dict(frame, right, rightSpan));
      return left;
    }
    if (plain instanceof SetObject set && !set.isFrozen() && right instanceof SetObject other) {
      SetObject result = SetMethods.combine(operator, set, other);
      if (result != null) {
        List<Value> items = result.items();
        set.clear();
        items.forEach(set::add);
        return left;
      }
    }
    return combine(operator, left, right, span);
  }
}
