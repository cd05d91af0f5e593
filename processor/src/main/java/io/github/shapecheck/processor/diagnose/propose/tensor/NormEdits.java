package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proposes to call a norm with the axes that it wants and to take them away behind it, or to leave
 * it out.
 */
public final class NormEdits {
  private static final int MOST_AXES = 5;

  private NormEdits() {}

  public static Stream<Edit> of(Failure failure) {
    Problem problem = failure.problem();
    Set<Edit> edits = new LinkedHashSet<>();
    FailingCall call = failure.call();
    Step step = call.step().orElse(null);
    if (step == null
        || step.layer() == null
        || !step.kind().isNorm()
        || step.arguments().isEmpty()
        || !(call.expression().orElse(null) instanceof Expression.Call layer)
        || layer.positional().size() != 1) {
      return edits.stream();
    }
    Expression argument = layer.positional().get(0);
    if (problem.id() == ProblemId.RANK) {
      int rank = step.arguments().get(0).rank();
      for (int wanted = rank + 1; wanted <= MOST_AXES; wanted++) {
        String more = subscript(rank, ", None", wanted - rank);
        String less = subscript(rank, ", 0", wanted - rank);
        call.withFirst(layer, call.operand(argument) + more)
            .flatMap(changed -> call.replaced(layer, changed + less))
            .ifPresent(edits::add);
      }
    }
    call.replaced(layer, call.operand(argument)).ifPresent(edits::add);
    return edits.stream();
  }

  private static String subscript(int rank, String index, int times) {
    return "[:" + ", :".repeat(rank - 1) + index.repeat(times) + "]";
  }
}
