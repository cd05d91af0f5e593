package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposes to bring the axes of what a layer receives into the order that the layer wants, such as
 * channels from the last place to the first.
 */
final class AxisEdits {
  /** By rank, likely ones first; the batch stays where it is. */
  private static final Map<Integer, List<List<Integer>>> ORDERS =
      Map.of(
          3, List.of(List.of(0, 2, 1)),
          4, List.of(List.of(0, 3, 1, 2), List.of(0, 2, 3, 1), List.of(0, 2, 1, 3)),
          5, List.of(List.of(0, 4, 1, 2, 3), List.of(0, 2, 3, 4, 1), List.of(0, 2, 1, 3, 4)));

  private AxisEdits() {}

  /** Edits to try. */
  static Stream<Edit> of(Failure failure) {
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
    for (List<Integer> order : ORDERS.getOrDefault(rank, List.of())) {
      String back = keepsShape(step) ? permuted(inverse(order)) : "";
      call.withFirst(layer, argument + permuted(order))
          .flatMap(changed -> call.replaced(layer, changed + back))
          .ifPresent(edits::add);
    }
    return edits.stream();
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
