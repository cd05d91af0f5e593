package io.github.shapecheck.processor.value;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;

/**
 * What travels with a tensor whose rows hold parts of a sample.
 *
 * @param problem what is reported unless the cut is undone
 * @param whole the shape before the cut
 */
public record Fold(Problem problem, Shape whole) {
  private static final Dim BATCH = Dim.symbol("N");

  /**
   * Rule batch-3: whether a shape undoes the cut: the batch is a size of its own again, or the rows
   * are whole axes of what was cut.
   */
  public boolean isUndoneBy(Shape shape) {
    if (shape.dims().contains(BATCH)) {
      return true;
    }
    Dim rows = whole.rank() == 0 ? BATCH : whole.dim(0);
    for (int i = 1; i < whole.rank() && rows.isKnown(); i++) {
      rows = rows.times(whole.dim(i));
      if (!rows.isConstant() && shape.rank() > 0 && shape.dim(0).equals(rows)) {
        return true;
      }
    }
    return false;
  }
}
