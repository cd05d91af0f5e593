package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.operation.Call;
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
  @Nullable Sight after(List<Sight> seen) {
    Sight first = seen.get(0);
    int rank = first.shape().rank();
    boolean sameRank = rank == output.rank();
    List<Window> windows = operands.step().windows();
    return switch (operands.step().kind().sees()) {
      case ELEMENTS -> alone(seen);
      case ALIGNED -> AxisSights.united(seen, output);
      case WINDOWS -> windows == null ? null : WindowSights.through(first, windows, output);
      case WRITING_WINDOWS ->
          windows == null ? null : WindowSights.transposed(first, windows, output);
      case EVEN_PARTS -> sameRank ? ResizeSights.adaptive(first, output) : null;
      case ENLARGED -> sameRank ? ResizeSights.enlarged(first, output, record().neighbours) : null;
      case SHRUNK -> sameRank ? ResizeSights.folded(first, output) : null;
      case SHIFTED -> padded(first);
      case REGROUPED -> AxisSights.reshaped(first, output);
      case MOVED_AXES -> AxisSights.permuted(first, record().axes, output);
      case PLACES -> SliceSights.sliced(first, operands.step().call().get("index"), output);
      case LAST_AXIS -> sameRank && rank > 0 ? first.collapsed(rank - 1).of(output) : null;
      case NAMED_AXES ->
          sameRank ? AxisSights.mixed(first, operands.axes("dim", rank)).of(output) : null;
      case REDUCED ->
          operands.step().arguments().size() > 1
              ? alone(seen)
              : AxisSights.reduced(first, operands.axes("dim", rank), output);
      case ALL -> AxisSights.united(seen.stream().map(Sight::collapsed).toList(), output);
      case NOTHING_KNOWN -> null;
    };
  }

  private Call.Record record() {
    return operands.step().call().record();
  }

  private @Nullable Sight padded(Sight first) {
    Shape input = first.shape();
    List<Dim> pads = operands.numbers(operands.step().call().knows("pad") ? "pad" : "padding");
    Sight result = first;
    for (int axis = 0; axis < input.rank(); axis++) {
      int place = 2 * (input.rank() - 1 - axis);
      if (!input.dim(axis).equals(output.dim(axis))) {
        Dim before =
            place < pads.size() ? pads.get(place) : pads.isEmpty() ? Dim.of(0) : pads.get(0);
        Sight next = result.changed(axis, c -> c.window(before, Dim.of(0), Dim.of(1)));
        if (next == null) {
          return null;
        }
        result = next;
      }
    }
    return result.of(output);
  }

  /** Element-wise, or at least unchanged along every axis that moves over the input. */
  private @Nullable Sight alone(List<Sight> seen) {
    for (Sight sight : seen) {
      Shape shape = sight.shape();
      for (int axis = 1; axis <= shape.rank(); axis++) {
        if (sight.moves(shape.rank() - axis)
            && (axis > output.rank() || !shape.dim(-axis).equals(output.dim(-axis)))) {
          return null;
        }
      }
    }
    return AxisSights.united(seen, output);
  }
}
