package io.github.shapecheck.processor.diagnose.lint.flow;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.List;

/** Finds the batch among the axes of a tensor. */
public final class Batch {
  private static final String SYMBOL = InputDeclaration.BATCH.toString();

  private Batch() {}

  public static boolean isIn(Dim dim) {
    return dim.symbols().contains(SYMBOL);
  }

  /** How many axes have the batch in them. */
  public static int count(Tensor tensor) {
    return (int) tensor.shape().dims().stream().filter(Batch::isIn).count();
  }

  /** The axis that is exactly the batch, -1 for none or several. */
  public static int axis(List<Dim> dims) {
    int axis = dims.indexOf(InputDeclaration.BATCH);
    return axis == dims.lastIndexOf(InputDeclaration.BATCH) ? axis : -1;
  }
}
