package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    String op = operands.op();
    Sight first = seen.get(0);
    Shape input = first.shape();
    List<Window> windows = operands.step().windows();
    if (op.startsWith("convtranspose") || op.startsWith("maxunpool")) {
      return windows == null ? null : WindowSights.transposed(first, windows, output);
    } else if (op.equals("unfold") || op.equals("fold")) {
      return null;
    } else if (windows != null) {
      return WindowSights.through(first, windows, output);
    } else if (op.startsWith("adaptive") && op.contains("pool")) {
      return sameRank(input) ? ResizeSights.adaptive(first, output) : null;
    } else if (op.startsWith("upsampl") || op.equals("interpolate") || op.equals("pixelshuffle")) {
      return sameRank(input) ? ResizeSights.enlarged(first, output, neighbours()) : null;
    } else if (op.equals("pixelunshuffle")) {
      return sameRank(input) ? ResizeSights.folded(first, output) : null;
    } else if (operands.isAny(
        "flatten", "reshape", "view", "unflatten", "viewas", "squeeze", "unsqueeze")) {
      return AxisSights.reshaped(first, output);
    } else if (operands.isAny(
        "permute", "transpose", "swapaxes", "swapdims", "t", "movedim", "moveaxis")) {
      return moved(first, input);
    }
    if (op.equals("getitem") && operands.step().call().knows("index")) {
      return SliceSights.sliced(first, operands.step().call().get("index"), output);
    }
    return mixing(seen, input);
  }

  private @Nullable Sight moved(Sight first, Shape input) {
    int rank = input.rank();
    if (operands.op().equals("permute")) {
      return AxisSights.permuted(first, operands.axes("dims", rank), output);
    } else if (operands.op().equals("t")) {
      return rank < 2 ? first : AxisSights.exchanged(first, List.of(0, 1), output);
    } else if (operands.op().startsWith("move")) {
      return moved(first, operands.axes("source", rank), operands.axes("destination", rank));
    }
    List<Integer> axes = new ArrayList<>(operands.axes("dim0", rank));
    axes.addAll(operands.axes("dim1", rank));
    return AxisSights.exchanged(first, axes, output);
  }

  private @Nullable Sight moved(Sight first, List<Integer> from, List<Integer> to) {
    if (from.size() != 1 || to.size() != 1) {
      return null;
    }
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, first.shape().rank()).boxed().toList());
    order.remove(from.get(0));
    order.add(to.get(0), from.get(0));
    return AxisSights.permuted(first, order, output);
  }

  /**
   * Operations that let values along an axis see each other; what is left works on each value
   * alone.
   */
  private @Nullable Sight mixing(List<Sight> seen, Shape input) {
    String op = operands.op();
    Sight first = seen.get(0);
    int last = input.rank() - 1;
    if (op.equals("linear") || op.equals("bilinear")) {
      Sight mixed = last < 0 ? first : first.collapsed(last);
      return output.rank() == input.rank() ? mixed.of(output) : null;
    } else if (op.matches("(log)?softm(ax|in)2?d?|cumsum|sort|topk|glu|normalize")) {
      List<Integer> axes = operands.axes("dim", input.rank());
      return sameRank(input) ? AxisSights.mixed(first, axes).of(output) : null;
    } else if (operands.isAny(
            "mean",
            "sum",
            "amax",
            "amin",
            "max",
            "min",
            "prod",
            "std",
            "var",
            "norm",
            "argmax",
            "argmin",
            "logsumexp")
        && operands.step().arguments().size() == 1) {
      return AxisSights.reduced(first, operands.axes("dim", input.rank()), output);
    } else if (op.matches(
        ".*(attention|transformer|lstm|gru|rnn|matmul|bmm|einsum|gridsample|gather|indexselect).*|mm|addmm|dot")) {
      List<Sight> all = seen.stream().map(Sight::collapsed).toList();
      return AxisSights.united(all, output);
    } else if (op.equals("cat") || op.equals("concat") || op.equals("concatenate")) {
      return AxisSights.united(seen, output);
    } else if (op.matches("(zero|constant|reflection|replication|circular)?pad[123]?d?")) {
      return padded(first, input);
    }
    return alone(seen);
  }

  private @Nullable Sight padded(Sight first, Shape input) {
    List<Dim> pads = operands.numbers(operands.op().equals("pad") ? "pad" : "padding");
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

  private int neighbours() {
    String mode = operands.op().contains("bilinear") ? "bilinear" : operands.text("mode");
    return mode.endsWith("linear") ? 1 : mode.equals("bicubic") ? 3 : 0;
  }

  private boolean sameRank(Shape input) {
    return input.rank() == output.rank();
  }
}
