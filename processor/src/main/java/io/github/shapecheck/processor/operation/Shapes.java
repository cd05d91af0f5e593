package io.github.shapecheck.processor.operation;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comparisons of whole shapes. */
public final class Shapes {
  private static final Dim ONE = Dim.of(1);

  private Shapes() {}

  /** Whether two shapes agree; a size that agrees for some values only counts as a difference. */
  public static boolean same(Call call, Shape left, Shape right) {
    if (left.rank() != right.rank()) {
      return false;
    }
    for (int i = 0; i < left.rank(); i++) {
      if (call.fails(left.dim(i), Relation.EQ, right.dim(i))) {
        return false;
      }
    }
    return true;
  }

  /** The shape to which two broadcast, null where they do not for sure. */
  public static @Nullable Shape broadcast(Shape left, Shape right) {
    int rank = Math.max(left.rank(), right.rank());
    List<Dim> dims = new ArrayList<>(rank);
    for (int i = rank; i > 0; i--) {
      Dim a = i <= left.rank() ? left.dim(-i) : ONE;
      Dim b = i <= right.rank() ? right.dim(-i) : ONE;
      if (a.equals(b) || b.equals(ONE)) {
        dims.add(a);
      } else if (a.equals(ONE)) {
        dims.add(b);
      } else if (!a.isKnown() || !b.isKnown()) {
        dims.add(Dim.unknown());
      } else {
        return null;
      }
    }
    return Shape.of(dims);
  }
}
