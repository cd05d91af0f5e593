package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.DictView;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.LargeInteger;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares values and finds out which are true. */
public record Comparing(Machine machine) {
  private static final Value.Bool TRUE = new Value.Bool(true);
  private static final Value.Bool FALSE = new Value.Bool(false);

  public static Value bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Whether only a tensor's values or the outside world decide a condition. */
  public static boolean isUncertain(Value condition) {
    return condition instanceof Tensor || condition instanceof Opaque;
  }

  /** The truth of a value; {@code Lost} where nothing is known of it. */
  public boolean truth(Frame frame, Value value, Span span, boolean loop) {
    if (value instanceof Value.Bool flag) {
      return flag.value();
    }
    if (value instanceof Value.None) {
      return false;
    }
    if (value instanceof Value.Unknown) {
      throw new Lost(value);
    }
    if (value instanceof Opaque opaque && opaque.isOfLibrary()) {
      return false;
    }
    if (isUncertain(value)) {
      return machine.host().decide(frame, span, loop);
    }
    if (value instanceof Value.Int number) {
      return holds(number.value(), Relation.NE, Dim.of(0));
    }
    if (value instanceof Value.Real real) {
      return real.value() != 0;
    }
    if (value instanceof Value.Text text) {
      return !text.value().isEmpty();
    }
    if (value instanceof InstanceObject instance) {
      return truth(frame, instance, span, loop);
    }
    int size = size(value);
    return size != 0;
  }

  private boolean truth(Frame frame, InstanceObject instance, Span span, boolean loop) {
    for (String name : List.of("__bool__", "__len__")) {
      Value own = frame.special(instance, name, span);
      if (own != null) {
        return truth(frame, own, span, loop);
      }
    }
    return instance.base() == null || truth(frame, instance.base(), span, loop);
  }

  /** The number of items, -1 for what has none. */
  public static int size(Value value) {
    if (value instanceof ListObject list) {
      return list.items().size();
    }
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().size();
    }
    if (value instanceof DictObject dict) {
      return dict.size();
    }
    if (value instanceof SetObject set) {
      return set.size();
    }
    if (value instanceof DictView view) {
      return view.dict().size();
    }
    if (value instanceof RangeObject range) {
      return (int) Math.min(range.size(), Integer.MAX_VALUE);
    }
    return value instanceof Value.Text text ? text.value().length() : -1;
  }

  boolean holds(Dim left, Relation relation, Dim right) {
    if (left.isConstant() && right.isConstant()) {
      return relation.holds(Long.compare(left.value(), right.value()));
    }
    if (!left.isKnown() || !right.isKnown()) {
      throw new Lost(Value.UNKNOWN);
    }
    return machine.host().decider().choose(Condition.of(left, relation, right));
  }

  /** A comparison that is no tensor's. */
  public Value compare(
      Frame frame, ComparisonOperator operator, Value left, Value right, Span span) {
    return switch (operator) {
      case IS -> bool(isSame(left, right));
      case IS_NOT -> bool(!isSame(left, right));
      case IN -> contains(frame, right, left, span);
      case NOT_IN -> not(frame, contains(frame, right, left, span), span);
      case EQUAL -> equal(frame, left, right, span);
      case NOT_EQUAL -> not(frame, equal(frame, left, right, span), span);
      default -> new Ordering(machine, this).compare(frame, operator, left, right, span);
    };
  }

  private Value not(Frame frame, Value value, Span span) {
    return value instanceof Opaque ? value : bool(!truth(frame, value, span, false));
  }

  /** {@code is}; of values that are no objects with an identity, whether they are equal. */
  public static boolean isSame(Value left, Value right) {
    if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
      throw new Lost(Value.UNKNOWN);
    }
    if (left instanceof Tensor || left instanceof Value.Reference) {
      return left == right || left instanceof Wrapper && left.equals(right);
    }
    return left instanceof Value.Sequence sequence
        ? left == right || sequence.items().isEmpty() && left.equals(right)
        : left.equals(right);
  }

  Value equal(Frame frame, Value left, Value right, Span span) {
    Value opaque = opaque(left, right);
    return opaque != null ? opaque : bool(areEqual(frame, left, right, span));
  }

  /** What is not known of one of two values; null where all is. */
  static @Nullable Value opaque(Value left, Value right) {
    if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
      throw new Lost(Value.UNKNOWN);
    }
    if (left instanceof Value.None || right instanceof Value.None) {
      return null;
    }
    return left instanceof Opaque ? left : right instanceof Opaque ? right : rounded(left, right);
  }

  /** How a quotient of free sizes compares is not known. */
  private static @Nullable Value rounded(Value left, Value right) {
    boolean unknown = left instanceof Value.Quotient || right instanceof Value.Quotient;
    return unknown ? new Opaque("a number that is not known while compiling") : null;
  }

  public boolean areEqual(Frame frame, Value left, Value right, Span span) {
    if (left == right) {
      return true;
    }
    machine.step();
    Value own = frame.special(left, "__eq__", span, right);
    if (own != null) {
      return truth(frame, own, span, false);
    }
    Value a = InstanceObject.plain(left);
    Value b = InstanceObject.plain(right);
    Dim first = Arithmetic.integer(a);
    Dim second = Arithmetic.integer(b);
    if (first != null && second != null) {
      return holds(first, Relation.EQ, second);
    }
    if (a instanceof LargeInteger && LargeInteger.whole(b) != null) {
      return a.equals(b);
    }
    if (Arithmetic.isNumber(a) && Arithmetic.isNumber(b)) {
      return Arithmetic.real(a) == Arithmetic.real(b);
    }
    List<Value> items = sequence(a);
    if (items != null) {
      List<Value> others = a instanceof ListObject == b instanceof ListObject ? sequence(b) : null;
      return others != null && areAllEqual(frame, items, others, span);
    }
    if (a instanceof DictObject dict) {
      return b instanceof DictObject other && areEqual(frame, dict, other, span);
    }
    if (a instanceof DictView view && view.of() != DictView.Kind.VALUES) {
      return areEqual(frame, view.set(), b, span);
    }
    if (b instanceof DictView view && view.of() != DictView.Kind.VALUES) {
      return areEqual(frame, a, view.set(), span);
    }
    if (a instanceof SetObject set) {
      return b instanceof SetObject other && set.keys().equals(other.keys());
    }
    machine.handle(a instanceof Value.Text text ? text.value().length() : 0);
    return a instanceof Value.Reference ? a == b || a.equals(b) : a.equals(b);
  }

  public static @Nullable List<Value> sequence(Value value) {
    if (value instanceof ListObject list) {
      return list.items();
    }
    return value instanceof Value.Sequence sequence ? sequence.items() : null;
  }

  private boolean areAllEqual(Frame frame, List<Value> left, List<Value> right, Span span) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!areEqual(frame, left.get(i), right.get(i), span)) {
        return false;
      }
    }
    return true;
  }

  private boolean areEqual(Frame frame, DictObject left, DictObject right, Span span) {
    if (left.size() != right.size()) {
      return false;
    }
    for (DictObject.Entry entry : left.entries()) {
      Value other = right.get(entry.key());
      if (other == null || !areEqual(frame, entry.value(), other, span)) {
        return false;
      }
    }
    return true;
  }

  private Value contains(Frame frame, Value holder, Value item, Span span) {
    Value own = frame.special(holder, "__contains__", span, item);
    if (own != null) {
      return own;
    }
    Value plain = InstanceObject.plain(holder);
    if (plain instanceof Opaque || plain instanceof Value.Unknown) {
      throw new Lost(plain);
    }
    if (plain instanceof Value.Text text) {
      machine.handle((long) text.value().length() * Math.max(1, size(item)));
      return item instanceof Value.Text part
          ? bool(text.value().contains(part.value()))
          : unfit(item, "'in <string>' requires a string, not " + item.kind());
    }
    if (plain instanceof DictObject dict) {
      machine.requireHashable(item);
      return bool(dict.get(item) != null);
    }
    if (plain instanceof SetObject set) {
      if (!(item instanceof SetObject)) {
        machine.requireHashable(item);
      }
      return bool(set.contains(item));
    }
    if (plain instanceof RangeObject range && item.dim() != null && item.dim().isConstant()) {
      return bool(range.contains(item.dim().value()));
    }
    for (Value each : machine.items(frame, plain, span)) {
      if (each == item || !(each instanceof Tensor) && areEqual(frame, each, item, span)) {
        return TRUE;
      }
    }
    return FALSE;
  }

  private Value unfit(Value value, String message) {
    throw machine.unfit(value, message);
  }

  /** As {@link Ordering#order}. */
  public int order(Frame frame, Value left, Value right, Span span) {
    return new Ordering(machine, this).order(frame, left, right, span);
  }
}
