package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.value.Fold;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows views that cut an axis to make rows: such a view is a mistake unless a later one puts the
 * batch back, so its problem travels with the tensor until then. Rule batch-3.
 */
public final class Folds {
  private Folds() {}

  /** The cut that travels with one of the tensors, or null. */
  public static @Nullable Fold pending(List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      if (tensor.fold() != null) {
        return tensor.fold();
      }
    }
    return null;
  }

  /** The cut that travels on with a result, or null where it is undone. */
  public static @Nullable Fold after(Tensor result, @Nullable Fold pending) {
    if (result.fold() != null || pending == null) {
      return result.fold();
    }
    return pending.isUndoneBy(result.shape()) ? null : pending;
  }
}
