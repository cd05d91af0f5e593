package io.github.shapecheck.processor.solve;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Tries the edits that may repair a problem on the model and keeps those that do. */
public final class Fixes {
  private static final int MOST = 3;

  /** With so many the search for less likely ones ends. */
  private static final int ENOUGH = 2;

  private final Trace trace;
  private final Model model;
  private final Trial trial;

  /** Fixes for the problems of a trace. */
  public Fixes(Trace trace) {
    this.trace = trace;
    this.model = trace.model();
    this.trial = new Trial(trace);
  }

  /**
   * At most three edits that each remove the problem and make no new one: what the rule proposes
   * for the numbers that contradict each other, then another input.
   */
  public List<Edit> of(Problem problem) {
    List<Edit> fixes = new ArrayList<>();
    for (Edit edit : new LinkedHashSet<>(problem.repairs())) {
      if (fixes.size() < MOST && repairs(edit, problem)) {
        fixes.add(edit);
      }
    }
    if (fixes.size() < MOST && problem.step() >= 0) {
      Tuning tuning = new Tuning(model, trial, problem);
      new OtherInputs(model, tuning).find().ifPresent(fixes::add);
      if (fixes.size() < ENOUGH) {
        fixes.addAll(new OtherNumbers(trace, tuning).find(problem, ENOUGH - fixes.size()));
      }
    }
    return fixes;
  }

  private boolean repairs(Edit edit, Problem problem) {
    return Revision.of(model, edit).filter(changed -> trial.repairs(changed, problem)).isPresent();
  }
}
