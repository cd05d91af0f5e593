package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Proposes to transpose one of two matrices that cannot be multiplied, or a mask. */
public final class TransposeEdits {
  private TransposeEdits() {}

  /** Edits to try, the right matrix first. */
  public static Stream<Edit> of(Failure failure) {
    Set<Edit> edits = new LinkedHashSet<>();
    FailingCall call = failure.call();
    for (Expression matrix : matrices(call)) {
      call.replaced(matrix, call.operand(matrix) + ".transpose(-2, -1)").ifPresent(edits::add);
    }
    return edits.stream();
  }

  /** Masks the other way round. */
  public static Stream<Edit> ofMasks(Failure failure) {
    FailingCall call = failure.call();
    return call.expression().orElse(null) instanceof Expression.Call attention
        ? attention.keywords().stream()
            .map(Expression.KeywordArgument::value)
            .flatMap(mask -> call.replaced(mask, call.operand(mask) + ".transpose(0, 1)").stream())
        : Stream.of();
  }

  private static List<Expression> matrices(FailingCall call) {
    Expression expression = call.expression().orElse(null);
    if (expression instanceof Expression.Binary product) {
      return List.of(product.right(), product.left());
    }
    if (expression instanceof Expression.Call function) {
      List<Expression> arguments = function.positional();
      return arguments.size() == 2 ? List.of(arguments.get(1), arguments.get(0)) : arguments;
    }
    return List.of();
  }
}
