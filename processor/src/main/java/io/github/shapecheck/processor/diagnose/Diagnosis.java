package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.lint.Lints;
import io.github.shapecheck.processor.diagnose.lint.Remedies;
import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.List;

/**
 * What is wrong with a model and what people regret about it, each once, with tried fixes.
 *
 * @param trace the run that was looked at, with the findings' problems as its own
 */
public record Diagnosis(Trace trace, List<Finding> findings) {
  /** Finds out what a trace says. */
  public static Diagnosis of(Trace run) {
    Trace trace = Lints.addedTo(run);
    if (trace.problems().isEmpty()) {
      return new Diagnosis(trace, List.of());
    }
    Rerun rerun = new Rerun(trace);
    Remedies remedies = new Remedies(trace, rerun);
    Repairs repairs = new Repairs(trace, rerun);
    List<Finding> findings =
        errors(trace, rerun, repairs).stream()
            .map(
                found ->
                    found.problem().id().isError()
                        ? found
                        : found.with(remedies.of(found.problem())))
            .toList();
    return new Diagnosis(
        trace.withProblems(findings.stream().map(Finding::problem).toList()), findings);
  }

  private static List<Finding> errors(Trace trace, Rerun rerun, Repairs repairs) {
    List<Finding> all = new Causes(trace, rerun, repairs).findings();
    return LikelierNumber.among(FewestMistakes.among(all, trace, repairs), trace, repairs);
  }

  /** What is known of a declaration that is not run by itself. */
  public static Diagnosis ofDeclaration(Trace trace) {
    return new Diagnosis(
        trace,
        trace.problems().stream()
            .map(problem -> new Finding(problem, trace, asides(problem)))
            .toList());
  }

  /** Repairs that need no run. */
  static List<Edit> asides(Problem problem) {
    return problem.repairs().stream().filter(Edit.Aside.class::isInstance).toList();
  }

  /** What a model does not keep to, with repairs that were tried. */
  public static Diagnosis ofCommitments(Trace trace) {
    return new Diagnosis(
        trace,
        trace.problems().stream()
            .map(problem -> new Finding(problem, trace, problem.repairs()))
            .toList());
  }
}
