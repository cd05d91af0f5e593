package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.propose.failure.Proposer;
import io.github.shapecheck.processor.diagnose.propose.line.LossEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.FrontCall;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Proposes two changes of which neither would do alone: an edit that takes the problem away and
 * brings another one, and what the rule says of that.
 */
final class PairEdits {
  private static final int MOST_FIRST = 6;

  private PairEdits() {}

  /** The edits of a proposer, each with what then remains to be done. */
  static Proposer with(Proposer first) {
    return failure ->
        first
            .of(failure)
            .limit(MOST_FIRST)
            .map(edit -> FrontCall.of(edit, failure))
            .flatMap(edit -> completed(edit, failure).stream());
  }

  /** What the rule says of a layer's number, and the same number for a layer beside it. */
  static Stream<Edit> ofSameNumber(Failure failure) {
    return failure.problem().repairs().stream()
        .flatMap(
            edit ->
                edit instanceof Edit.SetMembers set
                        && set.members().size() == 1
                        && set.members().values().iterator().next() instanceof Setting.Number number
                    ? failure.trace().layers().keySet().stream()
                        .flatMap(path -> LayerSpot.named(failure.trace(), path).stream())
                        .filter(spot -> !spot.path().equals(set.layer()))
                        .flatMap(spot -> spot.numbers(Role.OUT))
                        .filter(out -> out.declared() > 0 && out.declared() != number.value())
                        .limit(MOST_FIRST)
                        .map(out -> out.spot().set(out.member(), number))
                        .<Edit>map(second -> new Edit.Both(edit, second))
                    : Stream.of());
  }

  private static Set<Edit> completed(Edit first, Failure failure) {
    Set<Edit> pairs = new LinkedHashSet<>();
    Optional<Trace> changed = failure.rerun().after(first);
    List<Problem> left =
        changed.stream()
            .flatMap(trace -> trace.problems().stream())
            .filter(problem -> problem.id().isError())
            .filter(problem -> !failure.rerun().isOther(problem, failure.problem()))
            .toList();
    if (left.size() == 1 && left.get(0).step() >= 0) {
      Failure next = new Failure(changed.get(), left.get(0), failure.rerun());
      Stream.<Function<Failure, Stream<Edit>>>of(
              problem -> problem.problem().repairs().stream(), LossEdits::of)
          .flatMap(second -> second.apply(next))
          .filter(second -> !failure.rerun().repairs(second, failure.problem()))
          .map(second -> new Edit.Both(first, second))
          .forEach(pairs::add);
    }
    return pairs;
  }
}
