package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Fold;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises views that make rows by cutting an axis: {@code view(-1, 640)} of [N, 640, 2, 2] gives
 * 4*N rows with a quarter of a sample's values each. Merging whole axes with the batch is no such
 * cut. Rules batch-2 and, in the run, batch-3.
 */
public final class BatchFold {
  private static final Dim BATCH = Dim.symbol("N");

  private BatchFold() {}

  /** The problem that travels with the result until the batch is whole again, or null. */
  static @Nullable Fold of(Call call, Shape input, Shape result) {
    int rows = axis(result);
    if (rows < 0 || same(call, result.dim(rows), BATCH)) {
      return null;
    }
    int batch = axis(input);
    List<Dim> from = input.dims();
    List<Dim> to = result.dims();
    Dim behind = Dims.product(to, rows + 1, to.size());
    Dim before = Dims.product(to, 0, rows);
    if (batch < 0
        || (endsAnAxis(call, from, batch, behind) && beginsAnAxis(call, from, batch, before))) {
      return null;
    }
    String made = "makes " + result.dim(rows) + " rows of " + input;
    return new Fold(
        call.pending(
            ProblemId.FOLD_CUTS_AXIS,
            made
                + " by cutting an axis: each row holds a part of a sample; keep the batch as a"
                + " size of its own"),
        input);
  }

  /** Whether so many values at the end are whole axes, or the cut runs through the batch's own. */
  private static boolean endsAnAxis(Call call, List<Dim> dims, int batch, Dim behind) {
    Dim product = Dim.of(1);
    for (int i = dims.size() - 1; i > batch; i--) {
      if (same(call, product, behind)) {
        return true;
      }
      product = product.times(dims.get(i));
    }
    return divides(call, product, behind);
  }

  private static boolean beginsAnAxis(Call call, List<Dim> dims, int batch, Dim before) {
    Dim product = Dim.of(1);
    for (int i = 0; i < batch; i++) {
      if (same(call, product, before)) {
        return true;
      }
      product = product.times(dims.get(i));
    }
    return divides(call, product, before);
  }

  /** Sizes that vary may be the same for some values of them: then there are two ways to go. */
  private static boolean same(Call call, Dim a, Dim b) {
    return a.equals(b) || call.choose(a, Relation.EQ, b);
  }

  private static boolean divides(Call call, Dim divisor, Dim dividend) {
    if (dividend.dividedBy(divisor).isPresent()) {
      return true;
    }
    boolean plain = divisor.isConstant() && dividend.isConstant() || divisor.equals(Dim.of(0));
    return !plain && call.choose(dividend.mod(divisor), Relation.EQ, Dim.of(0));
  }

  private static int axis(Shape shape) {
    for (int i = 0; i < shape.rank(); i++) {
      Dim dim = shape.dim(i);
      if (!dim.isConstant() && dim.symbols().contains("N")) {
        return i;
      }
    }
    return -1;
  }
}
