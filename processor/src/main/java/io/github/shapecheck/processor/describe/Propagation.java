package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.operation.CallRecord;
import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides by the operation how what its arguments see becomes what its result sees. */
final class Propagation {
  private final Operands operands;
  private final Shape output;

  Propagation(Operands operands) {
    this.operands = operands;
    this.output = operands.output();
  }

  /** What the result sees; {@code seen} are the arguments that see anything. */
  @Nullable TensorField after(List<TensorField> seen) {
    TensorField first = seen.get(0);
    int rank = first.shape().rank();
    boolean sameRank = rank == output.rank();
    List<Window> windows = operands.step().windows();
    return switch (operands.step().kind().sees()) {
      case ELEMENTS -> alone(seen);
      case ALIGNED -> AxisPropagation.united(seen, output);
      case WINDOWS -> windows == null ? null : WindowPropagation.through(first, windows, output);
      case WRITING_WINDOWS ->
          windows == null ? null : WindowPropagation.transposed(first, windows, output);
      case EVEN_PARTS ->
          sameRank
              ? ResizePropagation.adaptive(first, output, operands.step().call().get("output_size"))
              : null;
      case ENLARGED ->
          sameRank ? ResizePropagation.enlarged(first, output, record().neighbours) : null;
      case SHRUNK ->
          sameRank
              ? ResizePropagation.folded(first, output, operands.numbers("downscale_factor"))
              : null;
      case SHIFTED -> padded(first);
      case REGROUPED -> AxisPropagation.reshaped(first, output);
      case MOVED_AXES -> AxisPropagation.permuted(first, record().axes, output);
      case PLACES -> SlicePropagation.sliced(first, operands.step().call().get("index"), output);
      case LAST_AXIS -> sameRank && rank > 0 ? first.collapsed(rank - 1).of(output) : null;
      case NAMED_AXES ->
          sameRank ? AxisPropagation.mixed(first, operands.axes("dim", rank)).of(output) : null;
      case REDUCED ->
          operands.step().arguments().size() > 1
              ? alone(seen)
              : AxisPropagation.reduced(first, operands.axes("dim", rank), output);
      case ALL ->
          AxisPropagation.united(seen.stream().map(TensorField::collapsed).toList(), output);
      case NOTHING_KNOWN -> null;
    };
  }

  private CallRecord record() {
    return operands.step().call().record();
  }

  private @Nullable TensorField padded(TensorField first) {
    Shape input = first.shape();
    List<Dim> pads = operands.numbers(operands.step().call().knows("pad") ? "pad" : "padding");
    TensorField result = first;
    for (int axis = 0; axis < input.rank(); axis++) {
      int place = 2 * (input.rank() - 1 - axis);
      if (!input.dim(axis).equals(output.dim(axis))) {
        Dim before =
            place < pads.size() ? pads.get(place) : pads.isEmpty() ? Dim.of(0) : pads.get(0);
        TensorField next = result.changed(axis, c -> c.window(before, Dim.of(0), Dim.of(1)));
        if (next == null) {
          return null;
        }
        result = next;
      }
    }
    return result.of(output);
  }

  /** Element-wise, or at least unchanged along every axis that moves over the input. */
  private @Nullable TensorField alone(List<TensorField> seen) {
    for (TensorField tensor : seen) {
      Shape shape = tensor.shape();
      for (int axis = 1; axis <= shape.rank(); axis++) {
        if (tensor.moves(shape.rank() - axis)
            && (axis > output.rank() || !shape.dim(-axis).equals(output.dim(-axis)))) {
          return null;
        }
      }
    }
    return AxisPropagation.united(seen, output);
  }
}
