package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An input of the model.
 *
 * @param sample the shape of one sample, without the batch; a free size is a symbol
 * @param batchAxis where the batch stands in the whole shape, -1 for nowhere
 * @param where what the user promises of the free sizes
 * @param shapeOrigin the annotation's {@code value}
 */
public record InputDeclaration(
    String name,
    Shape sample,
    int batchAxis,
    DType dtype,
    Optional<Condition> where,
    Origin origin,
    Origin shapeOrigin) {
  /** The batch size. */
  public static final Dim BATCH = Dim.symbol("N");

  /** The whole shape, with the batch in its place. */
  public Shape shape() {
    if (batchAxis < 0) {
      return sample;
    }
    List<Dim> dims = new ArrayList<>(sample.dims());
    dims.add(Math.min(batchAxis, dims.size()), BATCH);
    return Shape.of(dims);
  }

  /** The same input with another sample shape. */
  public InputDeclaration withSample(Shape other) {
    return new InputDeclaration(name, other, batchAxis, dtype, where, origin, shapeOrigin);
  }

  /** The same input with another element type. */
  public InputDeclaration withDtype(DType other) {
    return new InputDeclaration(name, sample, batchAxis, other, where, origin, shapeOrigin);
  }

  /** The same input with another promise about its free sizes. */
  public InputDeclaration withWhere(Condition other) {
    return new InputDeclaration(
        name, sample, batchAxis, dtype, Optional.of(other), origin, shapeOrigin);
  }
}
