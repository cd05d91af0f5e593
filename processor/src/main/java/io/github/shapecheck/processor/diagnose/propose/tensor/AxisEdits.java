package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proposes to bring the axes of what a layer receives into the order that the layer wants, such as
 * channels from the last place to the first.
 */
public final class AxisEdits {
  /** The layers that read channels, in the second place. */
  private static final Set<ProblemId> OF_CHANNELS =
      EnumSet.of(ProblemId.CONV_IN_CHANNELS, ProblemId.FEATURES);

  /** Clips are read frame by frame. */
  private static final List<Integer> FRAMES_FIRST = List.of(0, 2, 1, 3, 4);

  private static final int LEAST_AXES = 3;
  private static final int MOST_AXES = 5;

  private AxisEdits() {}

  public static Stream<Edit> of(Failure failure) {
    Set<Edit> edits = new LinkedHashSet<>();
    FailingCall call = failure.call();
    Step step = call.step().orElse(null);
    if (step == null
        || step.layer() == null
        || step.arguments().isEmpty()
        || !(call.expression().orElse(null) instanceof Expression.Call layer)
        || layer.positional().isEmpty()) {
      return edits.stream();
    }
    String argument = call.operand(layer.positional().get(0));
    int rank = step.arguments().get(0).rank();
    if (rank >= LEAST_AXES && rank <= MOST_AXES) {
      boolean channels = OF_CHANNELS.contains(failure.problem().id());
      for (List<Integer> order :
          rank == MOST_AXES && channels
              ? List.of(order(rank, true), FRAMES_FIRST)
              : List.of(order(rank, channels))) {
        String back = keepsShape(step) ? permuted(inverse(order)) : "";
        call.withFirst(layer, argument + permuted(order))
            .flatMap(changed -> call.replaced(layer, changed + back))
            .ifPresent(edits::add);
      }
    }
    return edits.stream();
  }

  /** Each frame of a sample by itself, for a layer that reads maps. */
  public static Stream<Edit> framewise(Failure failure) {
    FailingCall call = failure.call();
    Step step = call.step().orElse(null);
    return step != null
            && step.layer() != null
            && step.arguments().size() == 1
            && step.arguments().get(0).rank() == MOST_AXES
            && call.expression().orElse(null) instanceof Expression.Call layer
            && layer.positional().size() == 1
        ? call
            .replaced(
                layer.positional().get(0),
                call.operand(layer.positional().get(0)) + ".flatten(0, 1)")
            .stream()
        : Stream.of();
  }

  /** One axis more in the line: of channels, or of features where the layer reads one of them. */
  public static Stream<Edit> added(Failure failure) {
    FailingCall call = failure.call();
    List<LayerSpot> own = LayerSpot.named(failure.trace(), failure.problem().subject());
    boolean one = own.size() == 1 && own.get(0).number(Role.IN) == 1;
    if (!one
        || !(call.expression().orElse(null) instanceof Expression.Call layer)
        || layer.positional().isEmpty()) {
      return Stream.of();
    }
    String argument = call.operand(layer.positional().get(0));
    return Stream.of(".unsqueeze(1)", ".unsqueeze(-1)")
        .flatMap(method -> call.withFirst(layer, argument + method).stream())
        .flatMap(changed -> call.replaced(layer, changed).stream());
  }

  /** The last axis in the second place, or the second one in the last. */
  private static List<Integer> order(int rank, boolean channels) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    if (channels) {
      order.add(1, order.remove(rank - 1));
    } else {
      order.add(order.remove(1));
    }
    return order;
  }

  /** Behind a norm people expect the axes as they were. */
  private static boolean keepsShape(Step step) {
    return step.kind().isNorm();
  }

  private static List<Integer> inverse(List<Integer> order) {
    return order.stream().sorted().map(order::indexOf).toList();
  }

  private static String permuted(List<Integer> order) {
    List<Integer> moved = order.stream().filter(axis -> order.indexOf(axis) != axis).toList();
    return moved.size() == 2
        ? ".transpose(" + moved.get(1) + ", " + moved.get(0) + ")"
        : order.stream().map(String::valueOf).collect(Collectors.joining(", ", ".permute(", ")"));
  }
}
