package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.LargeInteger;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out which of two values comes first. */
record Ordering(Machine machine, Comparing comparing) {
  /** {@code <}, {@code <=}, {@code >} or {@code >=}. */
  Value compare(Frame frame, ComparisonOperator operator, Value left, Value right, Span span) {
    Value opaque = Comparing.opaque(left, right);
    if (opaque != null) {
      return opaque;
    }
    Value special = special(frame, operator, left, right, span);
    if (special != null) {
      return special;
    }
    Value a = InstanceObject.plain(left);
    Value b = InstanceObject.plain(right);
    Dim first = Arithmetic.integer(a);
    Dim second = Arithmetic.integer(b);
    if (first != null && second != null) {
      return Comparing.bool(comparing.holds(first, relation(operator), second));
    }
    if (a instanceof SetObject set && b instanceof SetObject other) {
      return Comparing.bool(subset(operator, set, other));
    }
    return Comparing.bool(relation(operator).holds(order(frame, a, b, span)));
  }

  private @Nullable Value special(
      Frame frame, ComparisonOperator operator, Value left, Value right, Span span) {
    Value own = frame.special(left, OperatorNames.special(operator), span, right);
    return own != null
        ? own
        : frame.special(right, OperatorNames.special(mirrored(operator)), span, left);
  }

  private static ComparisonOperator mirrored(ComparisonOperator operator) {
    return switch (operator) {
      case LESS -> ComparisonOperator.GREATER;
      case LESS_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
      case GREATER -> ComparisonOperator.LESS;
      default -> ComparisonOperator.LESS_OR_EQUAL;
    };
  }

  private static boolean subset(ComparisonOperator operator, SetObject left, SetObject right) {
    return switch (operator) {
      case LESS -> left.size() < right.size() && right.keys().containsAll(left.keys());
      case LESS_OR_EQUAL -> right.keys().containsAll(left.keys());
      case GREATER -> left.size() > right.size() && left.keys().containsAll(right.keys());
      default -> left.keys().containsAll(right.keys());
    };
  }

  /** Less than 0, 0 or more, as for Java's comparators; an exception where there is no order. */
  int order(Frame frame, Value left, Value right, Span span) {
    Value a = InstanceObject.plain(left);
    Value b = InstanceObject.plain(right);
    if (a instanceof Value.Text one && b instanceof Value.Text two) {
      return one.value().compareTo(two.value());
    }
    if (Arithmetic.isNumber(a) && Arithmetic.isNumber(b)) {
      return orderOfNumbers(a, b);
    }
    List<Value> items = Comparing.sequence(a);
    List<Value> others = Comparing.sequence(b);
    if (items != null && others != null && a instanceof ListObject == b instanceof ListObject) {
      for (int i = 0; i < Math.min(items.size(), others.size()); i++) {
        if (!comparing.areEqual(frame, items.get(i), others.get(i), span)) {
          return order(frame, items.get(i), others.get(i), span);
        }
      }
      return Integer.compare(items.size(), others.size());
    }
    Value less = special(frame, ComparisonOperator.LESS, left, right, span);
    if (less != null) {
      Value more = special(frame, ComparisonOperator.LESS, right, left, span);
      return comparing.truth(frame, less, span, false)
          ? -1
          : more == null || comparing.truth(frame, more, span, false) ? 1 : 0;
    }
    if (a instanceof Value.Unknown || a instanceof Opaque) {
      throw new Lost(a);
    }
    throw machine.unfit(b, a.kind() + " and " + b.kind() + " have no order");
  }

  private int orderOfNumbers(Value left, Value right) {
    Dim first = Arithmetic.integer(left);
    Dim second = Arithmetic.integer(right);
    if (first != null && second != null) {
      return first.equals(second) ? 0 : comparing.holds(first, Relation.LT, second) ? -1 : 1;
    }
    BigInteger one = LargeInteger.whole(left);
    BigInteger other = LargeInteger.whole(right);
    if (one != null && other != null) {
      return one.compareTo(other);
    }
    double a = Arithmetic.real(left);
    double b = Arithmetic.real(right);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  private static Relation relation(ComparisonOperator operator) {
    return switch (operator) {
      case LESS -> Relation.LT;
      case LESS_OR_EQUAL -> Relation.LE;
      case GREATER -> Relation.GT;
      case GREATER_OR_EQUAL -> Relation.GE;
      case EQUAL -> Relation.EQ;
      default -> Relation.NE;
    };
  }
}
