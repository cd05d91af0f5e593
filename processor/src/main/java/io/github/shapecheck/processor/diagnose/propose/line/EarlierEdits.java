package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proposes another axis for functions on the way to a problem, such as that of a {@code cat}, or
 * the size that the failing layer wants.
 */
public final class EarlierEdits {
  private static final Set<Kind> OVER_AN_AXIS =
      EnumSet.of(
          Kind.JOIN,
          Kind.STACK,
          Kind.REDUCTION,
          Kind.EXTREME,
          Kind.POOL,
          Kind.SQUEEZE,
          Kind.UNSQUEEZE,
          Kind.FLATTEN,
          Kind.SPLIT,
          Kind.RESHAPE);

  /** What leaves fewer axes or cells, so that hardly two axes have what is read next. */
  private static final Set<Kind> LEAVING =
      EnumSet.of(Kind.REDUCTION, Kind.EXTREME, Kind.FLATTEN, Kind.ADAPTIVE_POOL);

  private static final int MOST_STEPS = 3;
  private static final List<String> AXES = List.of("1", "2", "-1", "0");

  private EarlierEdits() {}

  /** Edits to try where the batch has become larger on the way, as by a {@code cat} over it. */
  public static Stream<Edit> ofBatch(Failure failure) {
    Trace trace = failure.trace();
    boolean joined =
        failure.call().before(trace, MOST_STEPS, EarlierEdits::joinsSamples).size() > 0
            || failure.step().filter(EarlierEdits::goesAlongSamples).isPresent();
    return joined ? of(failure) : Stream.of();
  }

  /** Channels joined, or features, where the next layer's number says that they were meant. */
  public static Stream<Edit> ofJoin(Failure failure) {
    Trace trace = failure.trace();
    boolean ofLast = failure.problem().id() != ProblemId.CONV_IN_CHANNELS;
    return failure.call().before(trace, MOST_STEPS, EarlierEdits::joinsTensors).stream()
        .limit(1)
        .filter(step -> !joinsAlong(step, ofLast))
        .map(step -> FailingCall.of(trace, step))
        .flatMap(
            call ->
                call.expression().orElse(null) instanceof Expression.Call function
                    ? axes(function).stream()
                        .flatMap(
                            axis ->
                                Stream.of("1", "-1")
                                    .filter(other -> !other.equals(call.text(axis)))
                                    .flatMap(other -> call.replaced(axis, other).stream()))
                    : Stream.of());
  }

  /** Another axis summed over, or one cell pooled, after which just what is wanted is left. */
  public static Stream<Edit> ofLeft(Failure failure) {
    Trace trace = failure.trace();
    return failure
        .call()
        .before(trace, MOST_STEPS, step -> step.layer() == null && LEAVING.contains(step.kind()))
        .stream()
        .flatMap(
            step -> {
              FailingCall call = FailingCall.of(trace, step);
              return call.expression().orElse(null) instanceof Expression.Call function
                  ? axes(function).stream()
                      .filter(axis -> axis instanceof Expression.IntLiteral)
                      .flatMap(
                          axis ->
                              others(step.kind())
                                  .filter(other -> !other.equals(call.text(axis)))
                                  .flatMap(other -> call.replaced(axis, other).stream()))
                  : Stream.of();
            });
  }

  private static Stream<String> others(Kind kind) {
    return kind == Kind.ADAPTIVE_POOL || kind == Kind.FLATTEN
        ? Stream.of("1")
        : Stream.of("1", "2");
  }

  /** Whether the axis is the last one, or that of the channels, which a layer reads. */
  private static boolean joinsAlong(Step step, boolean ofLast) {
    int rank = step.outputs().stream().mapToInt(Tensor::rank).max().orElse(0);
    Dim axis = step.call().get("dim").dim();
    return Dim.of(ofLast ? rank - 1 : 1).equals(axis)
        || Dim.of(ofLast ? -1 : 1 - rank).equals(axis);
  }

  private static boolean joinsTensors(Step step) {
    return step.kind() == Kind.JOIN && step.layer() == null;
  }

  private static boolean goesAlongSamples(Step step) {
    return joinsTensors(step)
        && step.call().knows("dim")
        && Dim.of(0).equals(step.call().get("dim").dim())
        && step.arguments().stream()
            .allMatch(t -> t.rank() > 0 && t.dim(0).equals(InputDeclaration.BATCH));
  }

  private static boolean joinsSamples(Step step) {
    return joinsTensors(step)
        && step.outputs().stream()
            .anyMatch(
                output ->
                    output.rank() > 0
                        && output.dim(0).symbols().contains(InputDeclaration.BATCH.toString())
                        && !output.dim(0).equals(InputDeclaration.BATCH));
  }

  /** Edits to try, of the nearest functions first. */
  public static Stream<Edit> of(Failure failure) {
    Trace trace = failure.trace();
    Problem problem = failure.problem();
    Set<Edit> edits = new LinkedHashSet<>();
    FailingCall failing = failure.call();
    Optional<String> wanted =
        failure.layers().stream()
            .filter(spot -> spot.path().equals(problem.subject()))
            .map(spot -> spot.number(Role.IN, Role.IN_AND_OUT))
            .filter(number -> number > 0)
            .map(String::valueOf)
            .findFirst();
    Set<Step> steps = new LinkedHashSet<>();
    failing.step().ifPresent(steps::add);
    steps.addAll(
        failing.before(
            trace, MOST_STEPS, step -> step.layer() == null && OVER_AN_AXIS.contains(step.kind())));
    for (Step step : steps) {
      FailingCall call = FailingCall.of(trace, step);
      if (OVER_AN_AXIS.contains(step.kind())
          && call.expression().orElse(null) instanceof Expression.Call function) {
        if (step.kind() == Kind.JOIN && isAlone(function)) {
          call.withLast(function, "dim=1").ifPresent(edits::add);
        }
        for (Expression axis : axes(function)) {
          Set<String> others = new LinkedHashSet<>(AXES);
          wanted.ifPresent(others::add);
          others.remove(call.text(axis));
          others.forEach(other -> call.replaced(axis, other).ifPresent(edits::add));
        }
      }
    }
    return edits.stream();
  }

  /** Whether a call has one argument, as that of a {@code cat} without its axis. */
  private static boolean isAlone(Expression.Call function) {
    return function.positional().size() == 1 && function.keywords().isEmpty();
  }

  private static List<Expression> axes(Expression.Call function) {
    List<Expression> axes = new ArrayList<>(function.positional());
    function.keywords().stream()
        .filter(keyword -> Role.of(keyword.name()) == Role.AXIS)
        .forEach(keyword -> axes.add(keyword.value()));
    axes.removeIf(
        axis ->
            !(axis instanceof Expression.IntLiteral)
                && !(axis instanceof Expression.Unary)
                && !(axis instanceof Expression.ListDisplay list && isNumbers(list.items()))
                && !(axis instanceof Expression.TupleDisplay tuple && isNumbers(tuple.items())));
    return axes;
  }

  private static boolean isNumbers(List<Expression> items) {
    return items.stream()
        .allMatch(
            item -> item instanceof Expression.IntLiteral || item instanceof Expression.Unary);
  }
}
