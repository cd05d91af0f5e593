package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.RepairedModel.Key;
import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.diagnose.propose.line.SharedNumbers;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what repairs an error of a model with some of its mistakes put right. */
final class FurtherFixes {
  private static final int SHARE = 2;
  private static final int SHARE_OF_NUMBERS = 3;
  private static final int MOST_BEHIND_ONE = 4;

  private final List<Finding> findings;
  private final Map<Trace, Rerun> near = new IdentityHashMap<>();
  private final Map<Trace, Rerun> far = new IdentityHashMap<>();
  private final Map<Trace, SharedNumbers> numbers = new IdentityHashMap<>();
  private final Map<Sought, Set<Edit>> sought = new HashMap<>();
  private long spent;

  /** What was looked for: an error in the same words is not looked at anew in every model. */
  private record Sought(Key key, String message, RepairWay way) {}

  /** Of a run with what was found of it. */
  FurtherFixes(List<Finding> findings, Trace trace, Repairs repairs) {
    this.findings = findings;
    numbers.put(trace, repairs.numbers());
  }

  /** What all trials took so far, in steps. */
  long spent() {
    return spent;
  }

  /** The error as it was found in the model as it is. */
  Optional<Finding> before(Problem problem) {
    return findings.stream()
        .filter(finding -> new Key(finding.problem()).equals(new Key(problem)))
        .findFirst();
  }

  /** An error with the fix that repairs it. */
  Finding told(Problem problem, Edit fix, RepairedModel model) {
    return before(problem)
        .map(before -> before.with(inFront(before.fixes(), fix)))
        .orElseGet(() -> new Finding(problem, model.trace(), List.of(fix)));
  }

  /** An error that nothing has repaired. */
  Finding open(Problem problem, Trace trace) {
    return before(problem).orElseGet(() -> new Finding(problem, trace, List.of()));
  }

  private static List<Edit> inFront(List<Edit> fixes, Edit fix) {
    List<Edit> others = new ArrayList<>(fixes);
    others.remove(fix);
    others.add(0, fix);
    return others.subList(0, Math.min(Repairs.MOST, others.size()));
  }

  /** The changes that repair an error, and may bring others to light. */
  Set<Edit> of(RepairedModel model, Problem problem, RepairWay way) {
    Optional<Finding> found = way.uncovers() ? Optional.empty() : before(problem);
    List<Problem> beside = model.open().stream().filter(other -> isBeside(other, problem)).toList();
    boolean first = model.told().isEmpty();
    Set<Edit> fixes = single(found.map(Finding::fixes).orElse(List.of()));
    if (found.isPresent() && first && beside.isEmpty()) {
      return fixes;
    }
    Rerun rerun =
        (way.isNear() ? near : far).computeIfAbsent(model.trace(), run -> new Rerun(run, SHARE));
    long before = rerun.spent();
    rerun.allow(way.uncovers() ? MOST_BEHIND_ONE : 0);
    Sought what = new Sought(new Key(problem), problem.message(), way);
    Set<Edit> known = sought.getOrDefault(what, Set.of());
    Set<Edit> again = new LinkedHashSet<>(known);
    again.removeIf(fix -> !rerun.repairs(fix, problem));
    if (sought.containsKey(what) && again.isEmpty() == known.isEmpty()) {
      spent += rerun.spent() - before;
      return again;
    }
    Repairs repairs = new Repairs(model.trace(), rerun);
    if (found.isEmpty() || !first) {
      fixes.removeIf(fix -> !rerun.repairs(fix, problem));
      fixes.addAll(single(way.fixes(repairs, problem)));
    }
    for (Problem other : beside) {
      single(way.fixes(repairs, other)).stream()
          .filter(fix -> rerun.repairs(fix, problem))
          .forEach(fixes::add);
    }
    spent += rerun.spent() - before;
    if (way.uncovers() && !way.isNear()) {
      fixes.addAll(ofNumbers(model, problem));
    }
    if (way.uncovers()) {
      fixes.removeIf(edit -> edit instanceof Edit.SetInput); // behind another input all is new
    }
    sought.put(what, fixes);
    return fixes;
  }

  private List<Edit> ofNumbers(RepairedModel model, Problem problem) {
    SharedNumbers shared =
        numbers.computeIfAbsent(model.trace(), run -> new SharedNumbers(run, SHARE_OF_NUMBERS));
    long before = shared.spent();
    List<Edit> fixes = shared.of(problem);
    spent += shared.spent() - before;
    return fixes;
  }

  /** Whether two errors may be one mistake: those of one layer, and of one line. */
  private static boolean isBeside(Problem other, Problem problem) {
    boolean line =
        problem.place().line() > 0
            && other.place().line() == problem.place().line()
            && other.place().origin().equals(problem.place().origin());
    return !other.equals(problem) && (line || other.subject().equals(problem.subject()));
  }

  private static Set<Edit> single(List<Edit> fixes) {
    Set<Edit> single = new LinkedHashSet<>(fixes);
    single.removeIf(edit -> edit instanceof Edit.Both);
    return single;
  }
}
