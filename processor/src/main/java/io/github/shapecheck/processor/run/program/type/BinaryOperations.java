package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.DictView;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Combines two values that are no tensors by an operator. */
public final class BinaryOperations {
  private final Machine machine;
  private final Frame frame;

  public BinaryOperations(Frame frame) {
    this.machine = frame.machine();
    this.frame = frame;
  }

  public Value combine(BinaryOperator operator, Value left, Value right, Span span) {
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
    Value own = frame.special(left, OperatorNames.special(operator, false), span, right);
    return own != null
        ? own
        : frame.special(right, OperatorNames.special(operator, true), span, left);
  }

  private @Nullable Value collections(BinaryOperator operator, Value left, Value right) {
    if (left instanceof DictView view) {
      return collections(operator, view.set(), right);
    }
    if (right instanceof DictView view) {
      return collections(operator, left, view.set());
    }
    if (left instanceof SetObject set && right instanceof SetObject other) {
      machine.makeEntries((long) set.size() + other.size());
      return SetMethods.combine(operator, set, other);
    }
    if (operator == BinaryOperator.OR
        && left instanceof DictObject dict
        && right instanceof DictObject other) {
      machine.makeEntries((long) dict.size() + other.size());
      DictObject both = new DictObject(dict.factory());
      both.putAll(dict);
      both.putAll(other);
      return both;
    }
    if (operator == BinaryOperator.OR
        && (left instanceof ClassObject || right instanceof ClassObject)) {
      return Value.Sequence.tuple(left, right); // int | None, for isinstance
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
      machine.make((long) text.value().length() + other.value().length());
      return new Value.Text(text.value() + other.value());
    }
    if (left instanceof ManyList list) {
      return joined(list, right);
    }
    if (right instanceof ManyList list) {
      return joined(list, left);
    }
    List<Value> items = Comparing.sequence(left);
    List<Value> others = Comparing.sequence(right);
    boolean same = left instanceof ListObject == right instanceof ListObject;
    if (items == null || others == null || !same) {
      return null;
    }
    machine.make((long) items.size() + others.size());
    List<Value> both = new ArrayList<>(items);
    both.addAll(others);
    return left instanceof Value.Sequence tuple ? tuple.of(both) : new ListObject(both);
  }

  private Value joined(ManyList list, Value other) {
    Dim count = list.count();
    Dim more = ManyListMethods.sizeOf(list, other);
    if (count == null || more == null) {
      throw new ManyIteration(frame).lost(list.describe(), null);
    }
    return new ManyList(list.item(), count.plus(more));
  }

  private @Nullable Value repeated(Value value, Value times) {
    Dim count = Arithmetic.integer(times);
    if (count == null || !(value instanceof Value.Text) && Comparing.sequence(value) == null) {
      return null;
    }
    if (!count.isConstant()) {
      List<Value> items = Comparing.sequence(value);
      Value many =
          items != null && items.size() == 1
              ? new ManyIteration(frame).repeated(items.get(0), count, null)
              : null;
      if (many != null) {
        return value instanceof ListObject ? ManyIteration.listOf(many) : many;
      }
      throw machine.error(
          "TypeError", "how often " + value.kind() + " is repeated, " + count + ", must be known");
    }
    long number = Math.max(0, count.value());
    machine.make(Math.multiplyExact(number, Math.max(1L, Comparing.size(value))));
    if (value instanceof Value.Text text) {
      return new Value.Text(text.value().repeat((int) number));
    }
    List<Value> all = new ArrayList<>();
    for (long i = 0; i < number; i++) {
      all.addAll(Comparing.sequence(value));
    }
    return value instanceof ListObject ? new ListObject(all) : new Value.Sequence(all, true);
  }

  /** {@code left += right}: lists, sets and dicts grow. */
  public Value augmented(BinaryOperator operator, Value left, Value right, Span span) {
    Value own = frame.special(left, OperatorNames.inPlace(operator), span, right);
    if (own != null) {
      return own;
    }
    Value plain = InstanceObject.plain(left);
    if (plain instanceof ListObject list && operator == BinaryOperator.ADD) {
      List<Value> more = machine.items(frame, right, span);
      machine.requireRoom((long) list.items().size() + more.size());
      list.items().addAll(more);
      return left;
    }
    if (plain instanceof ManyList list && operator == BinaryOperator.ADD) {
      list.resize(((ManyList) joined(list, right)).count());
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
      dict.putAll(machine.dict(frame, right, span));
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
