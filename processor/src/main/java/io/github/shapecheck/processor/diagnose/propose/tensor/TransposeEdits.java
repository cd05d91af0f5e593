package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Proposes to transpose one of two matrices that cannot be multiplied, or a mask. */
public final class TransposeEdits {
  private static final int MOST_STEPS = 4;

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
            .flatMap(
                mask ->
                    Stream.concat(Stream.of(".transpose(0, 1)"), heads(failure))
                        .flatMap(
                            change -> call.replaced(mask, call.operand(mask) + change).stream()))
        : Stream.of();
  }

  /** A mask for each head, where there is one for each sample. */
  private static Stream<String> heads(Failure failure) {
    return LayerSpot.named(failure.trace(), failure.problem().subject()).stream()
        .map(spot -> spot.number(Role.HEADS))
        .filter(heads -> heads > 1)
        .map(heads -> ".repeat_interleave(" + heads + ", dim=0)");
  }

  /** Without the exchange of axes that took them from where they are read, or the further axis. */
  public static Stream<Edit> undone(Failure failure) {
    Kind kind = failure.problem().id() == ProblemId.RANK ? Kind.UNSQUEEZE : Kind.PERMUTE;
    Predicate<Step> exchange = step -> step.kind() == kind && step.layer() == null;
    return failure.call().before(failure.trace(), 1, exchange).stream()
        .map(step -> FailingCall.of(failure.trace(), step))
        .flatMap(
            call ->
                call.expression().orElse(null) instanceof Expression.Call function
                        && function.callee() instanceof Expression.Attribute method
                    ? call.replaced(function, call.text(method.target())).stream()
                    : Stream.of());
  }

  /** Two axes for one that changes places with itself, which nobody means. */
  public static Stream<Edit> ofItself(Failure failure) {
    Set<Step> steps = new LinkedHashSet<>();
    failure.step().ifPresent(steps::add);
    steps.addAll(failure.call().before(failure.trace(), MOST_STEPS, step -> true));
    return steps.stream()
        .filter(step -> step.kind() == Kind.PERMUTE)
        .flatMap(step -> apart(FailingCall.of(failure.trace(), step)));
  }

  private static Stream<Edit> apart(FailingCall call) {
    if (!(call.expression().orElse(null) instanceof Expression.Call function)) {
      return Stream.of();
    }
    List<Expression> axes =
        function.positional().stream().filter(Expression.IntLiteral.class::isInstance).toList();
    if (axes.size() != 2 || !call.text(axes.get(0)).equals(call.text(axes.get(1)))) {
      return Stream.of();
    }
    long axis = ((Expression.IntLiteral) axes.get(0)).value();
    return LongStream.of(axis - 1, axis + 1, axis - 2, axis + 2)
        .filter(other -> other >= 0)
        .boxed()
        .flatMap(other -> call.replaced(axes.get(other < axis ? 0 : 1), other.toString()).stream());
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
