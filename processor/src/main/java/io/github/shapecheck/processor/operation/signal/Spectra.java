package io.github.shapecheck.processor.operation.signal;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.index.Selecting;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Fourier transforms and complex numbers in their two parts. Rules spectrum-1 to spectrum-4.
 *
 * @param input what stands on the last transformed axis
 * @param output what comes out there
 * @param count how many axes are transformed where none are named, 0 for all
 */
public record Spectra(Side input, Side output, int count) implements Rule {
  static final Spectra WHOLE = new Spectra(Side.WHOLE, Side.WHOLE, 1);
  static final Spectra TO_HALF = new Spectra(Side.WHOLE, Side.HALF, 1);
  static final Spectra FROM_HALF = new Spectra(Side.HALF, Side.WHOLE, 1);
  private static final Dim ONE = Dim.of(1);
  private static final Dim TWO = Dim.of(2);

  /** A signal, or the half of its spectrum that a real signal needs. */
  enum Side {
    WHOLE,
    HALF
  }

  /** The same over so many of the last axes, 0 for all. */
  Spectra over(int axes) {
    return new Spectra(input, output, axes);
  }

  @Override
  public Value apply(Call call) {
    Tensor tensor = call.tensor("input");
    int[] axes = axes(call, tensor);
    Shape shape = tensor.shape();
    for (int i = 0; i < axes.length; i++) { // spectrum-1
      boolean last = i == axes.length - 1;
      Dim size = size(call, i, shape.dim(axes[i]), last);
      if (call.fails(size, Relation.GE, ONE)) {
        throw call.refuse(ProblemId.RANGE, null, "has " + size + " points on axis " + axes[i]);
      }
      shape = shape.with(axes[i], last && output == Side.HALF ? half(size) : size);
    }
    boolean real = input == Side.HALF;
    return tensor.as(shape).as(real ? DType.FLOAT32 : DType.COMPLEX64);
  }

  /** spectrum-2: a half spectrum of {@code m} points belongs to a signal of {@code 2*(m - 1)}. */
  private Dim size(Call call, int i, Dim size, boolean last) {
    Dim given = given(call, i);
    if (given != null && !given.equals(Dim.of(-1))) {
      return given;
    }
    return last && input == Side.HALF ? size.minus(1).times(2) : size;
  }

  private static @Nullable Dim given(Call call, int i) {
    if (call.knows("n")) {
      return call.has("n") ? call.dim("n") : null;
    }
    return call.has("s") ? call.dims("s")[i] : null;
  }

  /** spectrum-3: the named axes, else the last that {@code s} has sizes for, else all. */
  private int[] axes(Call call, Tensor tensor) {
    if (call.has("dim")) {
      int[] axes =
          call.knows("n")
              ? new int[] {call.axis("dim", tensor.rank())}
              : Dims.list(call, "dim", tensor.rank());
      if (call.knows("s") && call.has("s") && call.dims("s").length != axes.length) {
        throw call.refuse(ProblemId.ARGUMENT_COUNT, "s", "has another count of sizes than of axes");
      }
      Selecting.requireAxes(call, tensor);
      return axes;
    }
    int named = call.has("s") ? call.dims("s").length : count == 0 ? tensor.rank() : count;
    if (named > tensor.rank()) {
      throw call.refuse(ProblemId.RANK, null, "transforms " + named + " axes of " + tensor.shape());
    }
    int[] axes = new int[named];
    for (int i = 0; i < named; i++) {
      axes[i] = tensor.rank() - named + i;
    }
    return axes;
  }

  private static Dim half(Dim size) {
    return size.floorDiv(2).plus(1);
  }

  /** spectrum-4: complex numbers have their two parts on a last axis of 2. */
  static Value parts(Call call) {
    Tensor tensor = call.tensor("input");
    return tensor.as(tensor.shape().insert(-1, TWO)).as(DType.FLOAT32);
  }

  static Value complex(Call call) {
    Tensor tensor = call.tensor("input");
    if (tensor.rank() == 0 || call.fails(tensor.dim(-1), Relation.EQ, TWO)) {
      throw call.refuse(
          ProblemId.RANGE, null, "needs a last axis of 2 parts but receives " + tensor.shape());
    }
    return tensor.as(tensor.shape().remove(tensor.rank() - 1)).as(DType.COMPLEX64);
  }

  static Value part(Call call) {
    Tensor tensor = call.tensor("input");
    Tensor part = tensor.as(tensor.shape());
    return tensor.dtype().isComplex() ? part.as(DType.FLOAT32) : part;
  }
}
