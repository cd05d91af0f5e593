package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.op.Tensor;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows views that cut an axis to make rows: such a view is a mistake unless a later one puts the
 * batch back, so its problem travels with the tensor until then. Rule batch-3.
 */
final class Folds {
  private Folds() {}

  /** The problem that travels with one of the tensors, or null. */
  static @Nullable Problem pending(List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      if (tensor.fold() != null) {
        return tensor.fold();
      }
    }
    return null;
  }

  /** The problem that travels on with a result, or null where the batch stands whole again. */
  static @Nullable Problem after(Tensor result, @Nullable Problem pending) {
    if (result.fold() != null || pending == null) {
      return result.fold();
    }
    for (Dim dim : result.shape().dims()) {
      if (dim.equals(InputDeclaration.BATCH)) {
        return null;
      }
    }
    return pending;
  }
}
