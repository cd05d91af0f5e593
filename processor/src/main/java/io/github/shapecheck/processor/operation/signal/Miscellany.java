package io.github.shapecheck.processor.operation.signal;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.create.Creating;
import io.github.shapecheck.processor.operation.view.Reshaping;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions met now and then in models: draws, searches, spectra of sound. Rules odd-1 to odd-4.
 */
public final class Miscellany {
  private Miscellany() {}

  /** odd-1: so many draws for each row of weights. */
  public static Value multinomial(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() < 1 || input.rank() > 2) {
      call.problem(
          ProblemId.RANK, null, "takes 1 or 2 axes but receives " + Axes.of(input.shape()));
      throw call.abandon();
    }
    Shape shape = input.shape().with(-1, call.dim("num_samples"));
    return Tensor.of(shape, DType.INT64);
  }

  /** odd-2: vectors of three along an axis. */
  public static Value cross(Call call) {
    Tensor input = call.tensor("input");
    Tensor other = call.tensor("other");
    Shape shape = Broadcasting.shapes(call, input.shape(), other.shape());
    if (call.has("dim")) {
      int axis = call.axis("dim", shape.rank());
      if (call.fails(shape.dim(axis), Relation.EQ, Dim.of(3))) {
        String message = "needs 3 values on axis " + axis + " but has " + shape.dim(axis);
        call.problem(ProblemId.RANGE, "dim", message);
      }
    }
    return input.as(shape);
  }

  /** odd-3: a quarter turn exchanges two axes, a half one does not. */
  public static Value rotate(Call call) {
    Tensor input = call.tensor("input");
    int[] axes = Dims.list(call, "dims", input.rank());
    if (axes.length != 2) {
      call.problem(ProblemId.ARGUMENT_COUNT, "dims", "turns two axes, not " + axes.length);
      throw call.abandon();
    }
    if (call.integer("k") % 2 == 0) {
      return input.as(input.shape());
    }
    Shape shape = input.shape();
    return input.as(shape.with(axes[0], shape.dim(axes[1])).with(axes[1], shape.dim(axes[0])));
  }

  /** Every size of one times that of the other. */
  public static Value kron(Call call) {
    Tensor input = call.tensor("input");
    Tensor other = call.tensor("other");
    int rank = Math.max(input.rank(), other.rank());
    List<Dim> dims = new ArrayList<>();
    for (int i = rank; i > 0; i--) {
      Dim left = i <= input.rank() ? input.dim(-i) : Dim.of(1);
      dims.add(i <= other.rank() ? left.times(other.dim(-i)) : left);
    }
    return input.as(Shape.of(dims));
  }

  /**
   * odd-4: n_fft / 2 + 1 frequencies over 1 + length / hop frames, real and imaginary parts last.
   */
  public static Value stft(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() < 1 || input.rank() > 2) {
      call.problem(ProblemId.RANK, null, "takes [N, L] or [L] but receives " + input.shape());
      throw call.abandon();
    }
    Dim size = call.dim("n_fft");
    Dim hop = call.has("hop_length") ? call.dim("hop_length") : size.floorDiv(4);
    Dim length =
        call.flag("center") ? input.dim(-1).plus(size.floorDiv(2).times(2)) : input.dim(-1);
    if (call.fails(size, Relation.LE, length)) {
      call.problem(ProblemId.RANGE, "n_fft", "has windows of " + size + " over " + length);
      throw call.abandon();
    }
    Dim window = call.has("win_length") ? call.dim("win_length") : size;
    if (call.fails(window, Relation.LE, size)
        || call.has("window")
            && call.fails(call.tensor("window").shape().numel(), Relation.EQ, window)) {
      call.problem(ProblemId.RANGE, "window", "needs a window of " + window + ", at most n_fft");
      throw call.abandon();
    }
    boolean onesided = !call.has("onesided") || call.flag("onesided");
    Dim frequencies = onesided ? size.floorDiv(2).plus(1) : size;
    Dim frames = length.minus(size).floorDiv(hop).plus(1);
    Shape shape = input.shape().with(-1, frequencies).insert(-1, frames);
    boolean complex = call.has("return_complex") && call.flag("return_complex");
    return complex
        ? Tensor.of(shape, DType.COMPLEX64)
        : Tensor.of(shape.insert(-1, Dim.of(2)), input.dtype());
  }

  /** {@code torch.Tensor(2, 3)} has sizes, {@code torch.Tensor([2, 3])} has values. */
  public static Value legacy(Call call, DType type) {
    Value data = call.get("data");
    if (data instanceof Value.Sequence s
        && s.items().size() == 1
        && s.items().get(0) instanceof Tensor tensor) {
      return tensor.as(tensor.shape()).as(type);
    }
    boolean values = data instanceof Value.Sequence s && !s.tuple();
    return values ? Creating.tensor(call).as(type) : Tensor.of(sizes(call), type);
  }

  private static Shape sizes(Call call) {
    return Shape.of(Reshaping.sizes(call, "data"));
  }
}
