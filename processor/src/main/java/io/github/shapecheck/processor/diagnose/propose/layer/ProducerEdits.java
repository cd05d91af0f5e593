package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.TunableMember;
import io.github.shapecheck.processor.diagnose.rerun.Tuning;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.UnaryOperator;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proposes another width for the layer that made what does not fit: where the reader says in plain
 * numbers what it wants, the maker's number is the likelier slip.
 */
public final class ProducerEdits {
  private static final int NEAREST = 3;
  private static final int NEAR = 2;
  private static final Set<ProblemId> OF_OPERANDS =
      EnumSet.of(ProblemId.BROADCAST, ProblemId.CAT, ProblemId.STACK, ProblemId.MATMUL);

  private ProducerEdits() {}

  /** Widths of the nearest layers before the problem. */
  public static Stream<Edit> of(Failure failure) {
    boolean view = failure.problem().id() == ProblemId.VIEW;
    if (view && !saysEverySize(failure)) {
      return Stream.of();
    }
    Tuning tuning = failure.tuning();
    return failure.layers().stream()
        .filter(spot -> !spot.path().equals(failure.problem().subject()))
        .filter(spot -> spot.layer().with().isEmpty())
        .filter(spot -> spot.number(Role.OUT, Role.IN_AND_OUT) > 0)
        .limit(view || OF_OPERANDS.contains(failure.problem().id()) ? NEAREST : NEAR)
        .flatMap(spot -> spot.numbers(Role.OUT, Role.IN_AND_OUT))
        .flatMap(width -> tuned(width, tuning));
  }

  /** The widths of the other operands for the nearest makers, after which others may not fit. */
  public static Stream<Edit> ofOperands(Failure failure) {
    Set<Long> sizes = new LinkedHashSet<>();
    failure.step().stream()
        .flatMap(step -> step.arguments().stream())
        .flatMap(operand -> operand.shape().dims().stream())
        .filter(Dim::isConstant)
        .forEach(size -> sizes.add(size.value()));
    return failure.layers().stream()
        .limit(NEAREST)
        .flatMap(spot -> spot.numbers(Role.OUT))
        .filter(width -> sizes.contains(width.declared()))
        .flatMap(
            width ->
                sizes.stream()
                    .filter(size -> size != width.declared())
                    .map(size -> width.edit(failure.trace().model(), size, size)));
  }

  private static Stream<Edit> tuned(TunableMember width, Tuning tuning) {
    Optional<Edit> edit =
        width.declared() < 1
            ? Optional.empty()
            : tuning.of(width, width.declared(), SizeSet.from(1));
    return edit.stream();
  }

  /** Whether a view leaves no size to be computed. */
  private static boolean saysEverySize(Failure failure) {
    return failure.call().expression().orElse(null) instanceof Expression.Call view
        && view.positional().size() > 2
        && view.positional().stream().noneMatch(ProducerEdits::isComputed);
  }

  private static boolean isComputed(Expression size) {
    return size instanceof Expression.Unary minus && minus.operator() == UnaryOperator.NEGATE;
  }
}
