package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proposes the loss that fits the labels, and the output and the labels as a loss wants them: its
 * classes second, not cut, numbers of classes for one-hot rows.
 */
public final class LossEdits {
  private static final Dim ONE = Dim.of(1);
  private static final Set<Kind> TAKES_AWAY =
      EnumSet.of(Kind.SUBSCRIPT, Kind.SELECT, Kind.EXTREME, Kind.REDUCTION);

  /** Of a score for each class, as many as there are labels. */
  private static final Set<Kind> OF_SCORES = EnumSet.of(Kind.SCORE_LOSS, Kind.LOSS);

  private static final Set<Kind> RESHAPES = EnumSet.of(Kind.RESHAPE, Kind.FLATTEN);

  private static final Set<Kind> KEEPS_AXES =
      EnumSet.of(Kind.DROPOUT, Kind.ACTIVATION, Kind.LAYER_NORM);

  private final Failure failure;
  private final Step step;
  private final Expression.Call loss;
  private final FailingCall call;
  private final Set<Edit> edits = new LinkedHashSet<>();

  private LossEdits(Failure failure, Step step, Expression.Call loss) {
    this.failure = failure;
    this.step = step;
    this.loss = loss;
    this.call = failure.call();
  }

  public static Stream<Edit> of(Failure failure) {
    Step step = failure.step().orElse(null);
    if (step == null
        || !step.kind().isLoss()
        || step.arguments().size() != 2
        || !(failure.call().expression().orElse(null) instanceof Expression.Call loss)
        || loss.positional().size() < 2) {
      return Stream.of();
    }
    LossEdits edits = new LossEdits(failure, step, loss);
    edits.propose();
    return edits.edits.stream();
  }

  private void propose() {
    Tensor output = step.arguments().get(0);
    Tensor labels = step.arguments().get(1);
    Expression first = loss.positional().get(0);
    Expression second = loss.positional().get(1);
    boolean classes = !labels.dtype().isFloating();
    if (classes && OF_SCORES.contains(step.kind()) && isOfClasses(output.shape(), labels.shape())) {
      ofClasses();
    }
    if (output.source() >= 0
        && TAKES_AWAY.contains(failure.trace().steps().get(output.source()).kind())) {
      whole(first);
    }
    if (step.kind() == Kind.CROSS_ENTROPY && classes) {
      if (labels.rank() > 1 && labels.rank() == output.rank() && labels.dim(1).equals(ONE)) {
        change(second, ".squeeze(1)");
      }
      if (output.rank() > 3 && labels.rank() == output.rank() - 1) {
        String size = ", size=" + call.operand(second) + ".shape[1:])";
        call.replaced(first, "F.interpolate(" + call.text(first) + size).ifPresent(edits::add);
      }
      if (labels.rank() > 1 && labels.shape().equals(output.shape())) {
        change(second, ".argmax(1)");
      }
      oneHotRows(second, output, labels);
      if (labels.rank() == 1
          && output.rank() == 3
          && output.dim(0).times(output.dim(1)).equals(labels.dim(0))) {
        change(first, ".flatten(0, 1)");
      }
      if (isLinear(output)) {
        classesSecond(first, output.rank());
      }
    }
    if (!classes && output.rank() == labels.rank() + 1) {
      int last = output.rank() - 1;
      for (int axis : new int[] {last, 1}) {
        if (axis < output.rank() && output.dim(axis).equals(ONE)) {
          String place = axis == 1 ? "(1)" : "(-1)";
          change(
              axis == last ? first : second, axis == last ? ".squeeze" + place : ".unsqueeze(1)");
          change(axis == last ? second : first, (axis == last ? ".unsqueeze" : ".squeeze") + place);
        }
      }
    }
    if (hasSameValues(output, labels)) {
      change(output.rank() > labels.rank() ? first : second, ".flatten(1)");
    }
  }

  private void change(Expression operand, String method) {
    call.replaced(operand, call.operand(operand) + method).ifPresent(edits::add);
  }

  /** Whether one of two is a row of what the other has on several axes. */
  private static boolean hasSameValues(Tensor output, Tensor labels) {
    return Math.min(output.rank(), labels.rank()) == 2
        && output.rank() != labels.rank()
        && output.shape().isKnown()
        && labels.shape().isKnown()
        && output.shape().numel().equals(labels.shape().numel());
  }

  /** Whether labels say for each place of an output which of the classes it is. */
  private static boolean isOfClasses(Shape output, Shape labels) {
    return output.rank() > 1 && !output.dim(1).equals(ONE) && labels.equals(output.remove(1));
  }

  /** The classes of one-hot labels that were laid in one row. */
  private void oneHotRows(Expression given, Tensor output, Tensor labels) {
    Step maker = labels.source() < 0 ? null : failure.trace().steps().get(labels.source());
    if (maker != null
        && RESHAPES.contains(maker.kind())
        && maker.arguments().get(0).shape().equals(output.shape())
        && given instanceof Expression.Call reshape
        && reshape.callee() instanceof Expression.Attribute method) {
      call.replaced(given, call.operand(method.target()) + ".argmax(1)").ifPresent(edits::add);
    }
  }

  private void ofClasses() {
    LayerType layer = Catalogue.layer(Kind.CROSS_ENTROPY, 0);
    List<LayerSpot> own = LayerSpot.named(failure.trace(), failure.problem().subject());
    if (own.size() == 1) {
      edits.add(new Edit.SetLayer(own.get(0).path(), own.get(0).index(), layer.name(), Map.of()));
    } else {
      String callee = call.text(loss.callee());
      String prefix = callee.substring(0, callee.lastIndexOf('.') + 1);
      call.replaced(loss.callee(), prefix + layer.operation().name()).ifPresent(edits::add);
    }
  }

  /** The output without the subscript or the method that took classes away. */
  private void whole(Expression output) {
    if (output instanceof Expression.Subscript subscript) {
      call.replaced(output, call.text(subscript.target())).ifPresent(edits::add);
    } else if (output instanceof Expression.Call cut
        && cut.callee() instanceof Expression.Attribute method
        && Catalogue.method(method.name()) != null) {
      call.replaced(output, call.text(method.target())).ifPresent(edits::add);
    }
  }

  /** Whether a Linear made it, whose classes come last. */
  private boolean isLinear(Tensor output) {
    Tensor made = output;
    while (made.source() >= 0) {
      Step maker = failure.trace().steps().get(made.source());
      if (maker.kind() == Kind.LINEAR
          || !maker.kind().isSame() && !KEEPS_AXES.contains(maker.kind())) {
        return maker.kind() == Kind.LINEAR;
      }
      made = maker.arguments().get(0);
    }
    return false;
  }

  private void classesSecond(Expression output, int rank) {
    if (rank == 3) {
      change(output, ".transpose(1, 2)");
    } else if (rank > 3) {
      String places =
          IntStream.range(1, rank - 1).mapToObj(String::valueOf).collect(Collectors.joining(", "));
      String order = ".permute(0, " + (rank - 1) + ", " + places + ")";
      change(output, order);
    }
  }
}
