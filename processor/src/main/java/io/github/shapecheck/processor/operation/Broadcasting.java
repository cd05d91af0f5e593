package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings shapes together as PyTorch broadcasts: axes are matched from the last one, sizes are equal
 * or one of them is 1. Rule broadcast-1.
 */
public final class Broadcasting {
  private static final Dim ONE = Dim.of(1);

  private Broadcasting() {}

  /** The common shape; sizes that do not go together are a problem and unknown in the result. */
  public static Shape shapes(Call call, Shape left, Shape right) {
    int rank = Math.max(left.rank(), right.rank());
    Dim[] dims = new Dim[rank];
    boolean told = call.failed(); // what does not multiply is not also told not to broadcast
    for (int i = 1; i <= rank; i++) {
      Dim a = i <= left.rank() ? left.dim(-i) : ONE;
      Dim b = i <= right.rank() ? right.dim(-i) : ONE;
      Dim merged = merge(call, a, b);
      if (merged == null && !told) { // broadcast-2
        told = true;
        call.problem(
            ProblemId.BROADCAST,
            null,
            "cannot bring %s and %s together: %s against %s on axis %s",
            left,
            right,
            a,
            b,
            rank - i);
      }
      dims[rank - i] = merged == null ? Dim.unknown() : merged;
    }
    return Shape.of(Arrays.asList(dims));
  }

  /** The common size, or null where there is none. */
  public static @Nullable Dim merge(Call call, Dim a, Dim b) {
    if (a.equals(b) || b.equals(ONE)) {
      return a;
    }
    if (a.equals(ONE)) {
      return b;
    }
    if (a.isConstant() && b.isConstant()) {
      return null;
    }
    if (!a.isKnown() || !b.isKnown()) {
      return a.isKnown() && a.isConstant() ? a : b;
    }
    Condition equal = Condition.eq(a, b);
    if (call.fails(equal.or(Condition.eq(a, ONE)).or(Condition.eq(b, ONE)))) {
      return null;
    }
    if (call.choose(a, Relation.EQ, b)) {
      return a;
    }
    return call.choose(a, Relation.EQ, ONE) ? b : a;
  }
}
