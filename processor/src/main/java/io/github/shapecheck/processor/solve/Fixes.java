package io.github.shapecheck.processor.solve;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries the edits that may repair a problem on the model and keeps those that do. */
public final class Fixes {
  private static final int MOST = 3;

  private final Model model;
  private final Set<String> before;

  /** Fixes for the problems of a trace. */
  public Fixes(Trace trace) {
    this.model = trace.model();
    this.before = errors(trace);
  }

  /** The edits that remove the problem and make no new one, the smallest change first. */
  public List<Edit> of(Problem problem) {
    List<Edit> fixes = new ArrayList<>();
    for (Edit edit : new LinkedHashSet<>(problem.repairs())) {
      if (fixes.size() < MOST && repairs(edit, problem)) {
        fixes.add(edit);
      }
    }
    return fixes;
  }

  private boolean repairs(Edit edit, Problem problem) {
    Optional<Model> changed = Revision.of(model, edit);
    if (changed.isEmpty()) {
      return false;
    }
    Set<String> after = errors(Interpreter.run(changed.get()));
    return !after.contains(key(problem)) && before.containsAll(after);
  }

  private static Set<String> errors(Trace trace) {
    Set<String> keys = new HashSet<>();
    for (Problem problem : trace.problems()) {
      if (problem.id().isError()) {
        keys.add(key(problem));
      }
    }
    return keys;
  }

  /**
   * What makes a problem the same one after an edit: its message, or a message of the same kind at
   * the same layer.
   */
  private static String key(Problem problem) {
    ProblemId id = problem.id();
    return id.id() + "|" + problem.subject() + "|" + problem.place().line();
  }
}
