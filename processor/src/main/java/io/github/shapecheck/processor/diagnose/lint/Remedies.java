package io.github.shapecheck.processor.diagnose.lint;

import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tries what lints propose and keeps the edits with which a finding is gone and nothing new is
 * said.
 */
public final class Remedies {
  private static final int MOST = 3;

  private final Map<ProblemId, Integer> before;
  private final Rerun rerun;

  /** Remedies for what lints found in a trace. */
  public Remedies(Trace trace, Rerun rerun) {
    this.rerun = rerun;
    this.before = counts(trace);
  }

  /** At most three edits that take the finding away. */
  public List<Edit> of(Problem finding) {
    rerun.next();
    return finding.repairs().stream()
        .distinct()
        .filter(edit -> isGood(edit, finding.id()))
        .limit(MOST)
        .toList();
  }

  private boolean isGood(Edit edit, ProblemId id) {
    return edit instanceof Edit.Aside
        || rerun.withoutErrors(edit).filter(changed -> isWithout(changed, id)).isPresent();
  }

  private boolean isWithout(Trace changed, ProblemId id) {
    Map<ProblemId, Integer> after = counts(Lints.addedTo(changed));
    return after.getOrDefault(id, 0) < before.getOrDefault(id, 0)
        && after.entrySet().stream()
            .allMatch(one -> one.getValue() <= before.getOrDefault(one.getKey(), 0));
  }

  private static Map<ProblemId, Integer> counts(Trace trace) {
    Map<ProblemId, Integer> counts = new EnumMap<>(ProblemId.class);
    trace.problems().forEach(problem -> counts.merge(problem.id(), 1, Integer::sum));
    return counts;
  }
}
