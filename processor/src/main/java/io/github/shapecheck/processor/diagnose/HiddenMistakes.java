package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.diagnose.rerun.TunableMember;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the mistakes that others hide: the model is run with the others put right, and what is told
 * then counts if it can be put right, too, and nothing is left.
 */
final class HiddenMistakes {
  private static final int MOST_ERRORS = 8;
  private static final int MOST_ROUNDS = 4;
  private static final int SHARE = 6;
  private static final int MOST_BEHIND_ONE = 4;

  private HiddenMistakes() {}

  /** The findings of a run, with fixes and further ones where that explains all. */
  static List<Finding> among(List<Finding> findings, Trace trace) {
    if (!trace.hasErrors() || errors(findings).size() > MOST_ERRORS) {
      return findings;
    }
    return explained(findings, trace, MOST_ROUNDS).orElse(findings);
  }

  private static List<Finding> errors(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.problem().id().isError()).toList();
  }

  /** All findings, each error with a fix, if with all of them the model is right. */
  private static Optional<List<Finding>> explained(
      List<Finding> findings, Trace trace, int rounds) {
    List<Finding> all = fitting(withFixes(findings, trace), trace);
    Optional<Trace> after = repaired(all, trace).map(Interpreter::run);
    if (after.isEmpty() || !after.get().hasErrors()) {
      return after.map(clean -> all);
    }
    List<Finding> more = rounds == 0 ? List.of() : behind(after.get());
    boolean explains =
        !more.isEmpty()
            && more.size() <= MOST_BEHIND_ONE
            && more.stream()
                .noneMatch(
                    one ->
                        all.stream()
                            .anyMatch(other -> isSame(one, other) || isOfSameNumber(one, other)));
    return explains
        ? explained(more, after.get(), rounds - 1)
            .map(rest -> Stream.concat(all.stream(), rest.stream()).toList())
        : Optional.empty();
  }

  /** The findings, of each the fix in front with which the fewest errors are left. */
  private static List<Finding> fitting(List<Finding> findings, Trace trace) {
    List<Finding> best = findings;
    long left = left(best, trace);
    for (int i = 0; i < findings.size() && left > 0; i++) {
      for (int fix = 1; fix < findings.get(i).fixes().size(); fix++) {
        List<Finding> other = new ArrayList<>(best);
        other.set(i, findings.get(i).with(inFront(findings.get(i).fixes(), fix)));
        long then = left(other, trace);
        if (then < left) {
          best = other;
          left = then;
        }
      }
    }
    return best;
  }

  private static List<Edit> inFront(List<Edit> fixes, int index) {
    List<Edit> other = new ArrayList<>(fixes);
    other.add(0, other.remove(index));
    return other;
  }

  private static long left(List<Finding> findings, Trace trace) {
    return repaired(findings, trace).map(Interpreter::run).map(Trace::errors).orElse(0L);
  }

  private static List<Finding> behind(Trace trace) {
    Rerun rerun = new Rerun(trace, SHARE);
    return errors(new Causes(trace, rerun, new Repairs(trace, rerun)).findings());
  }

  /** The model with the first fix of every error. */
  private static Optional<Model> repaired(List<Finding> findings, Trace trace) {
    Optional<Model> repaired = Optional.of(trace.model());
    for (Finding finding : errors(findings)) {
      Optional<Edit> fix = finding.fixes().stream().findFirst();
      repaired = repaired.flatMap(model -> fix.flatMap(edit -> Revision.of(model, edit)));
    }
    return repaired;
  }

  /** Whether one number is to become another one in both places: it was changed and not all of it. */
  private static boolean isOfSameNumber(Finding one, Finding other) {
    Optional<List<Dim>> change = change(one);
    return change.isPresent() && change.equals(change(other));
  }

  /** The number that is declared, and what it becomes. */
  private static Optional<List<Dim>> change(Finding finding) {
    return finding.fixes().stream()
        .findFirst()
        .filter(Edit.SetMembers.class::isInstance)
        .map(Edit.SetMembers.class::cast)
        .filter(set -> set.members().size() == 1)
        .flatMap(set -> change(set, finding.trace()));
  }

  private static Optional<List<Dim>> change(Edit.SetMembers set, Trace trace) {
    String member = set.members().keySet().iterator().next();
    if (!(set.members().get(member) instanceof Setting.Number number)) {
      return Optional.empty();
    }
    return LayerSpot.named(trace, set.layer()).stream()
        .filter(spot -> spot.index() == set.index())
        .map(spot -> new TunableMember(spot, member, -1).declared())
        .map(declared -> List.of(Dim.of(declared), Dim.of(number.value())))
        .findFirst();
  }

  private static boolean isSame(Finding one, Finding other) {
    return one.problem().id() == other.problem().id()
            && one.problem().place().equals(other.problem().place())
        || !one.problem().subject().isEmpty()
            && one.problem().subject().equals(other.problem().subject())
            && one.problem().place().line() == other.problem().place().line();
  }

  /** Where nothing repairs an error but by bringing others to light, that does. */
  private static List<Finding> withFixes(List<Finding> findings, Trace trace) {
    Rerun rerun = new Rerun(trace, SHARE);
    Repairs repairs = new Repairs(trace, rerun);
    List<Finding> all = new ArrayList<>(findings);
    for (int hidden = 1; hidden <= MOST_BEHIND_ONE; hidden++) {
      rerun.allow(hidden);
      all.replaceAll(
          finding ->
              finding.problem().id().isError() && needsMore(finding)
                  ? finding.with(one(repairs.of(finding.problem()), finding))
                  : finding);
    }
    return all;
  }

  /** Whether one change does not do. */
  private static boolean needsMore(Finding finding) {
    return finding.fixes().stream().allMatch(Edit.Both.class::isInstance);
  }

  /** The single changes, if there are any. */
  private static List<Edit> one(List<Edit> fixes, Finding before) {
    List<Edit> single = fixes.stream().filter(fix -> !(fix instanceof Edit.Both)).toList();
    return single.isEmpty() ? before.fixes() : single;
  }
}
