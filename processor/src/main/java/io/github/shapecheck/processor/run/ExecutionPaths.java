package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.network.Network;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.trace.Baseline;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;
import java.util.Set;

/**
 * Runs a model every way that its program may go where no size decides: evaluating and training,
 * and both ways of each condition over a tensor's values. The trace shows evaluation; all ways must
 * be right.
 */
record ExecutionPaths(Model model, Decider decider, Baseline baseline) {
  private static final int MOST_CHOICES = 8;

  private Recorder recorder(boolean training, Set<Place> ways) {
    return Network.in(new Recorder(decider, baseline.trustsNorms(), baseline))
        .going(training, ways);
  }

  Trace run() {
    Recorder first = recorder(false, Set.of());
    Trace trace = Interpreter.run(model, first);
    if (baseline.hasEnded()) {
      return trace; // no other way makes it right
    }
    List<Place> choices = List.copyOf(first.decisions.open());
    if (!choices.isEmpty() && raises(trace)) {
      Place last = choices.get(choices.size() - 1);
      Trace other = Interpreter.run(model, recorder(false, Set.of(last)));
      if (!raises(other)) {
        return other; // the program refuses the one way itself
      }
    }
    if (first.asksTraining()) {
      Trace training = Interpreter.run(model, recorder(true, Set.of()));
      if (!needsMore(training)) {
        trace = withProblemsOf(trace, training);
      }
    }
    if (first.selects() && choices.isEmpty() && !trace.hasErrors()) {
      Recorder none = recorder(false, Set.of()).selectingNothing();
      trace = withoutSelection(trace, Interpreter.run(model, none));
    }
    boolean right = !trace.hasErrors();
    for (Place choice : choices.subList(0, Math.min(MOST_CHOICES, choices.size()))) {
      Recorder second = recorder(false, Set.of(choice));
      Trace other = Interpreter.run(model, second);
      trace = withProblemsOf(trace, other);
      right &= !other.hasErrors();
      if (right) {
        String met = first.decisions.difference(second.decisions, choice);
        trace = met == null ? withDifference(trace, other, choice) : different(trace, choice, met);
      }
    }
    return trace;
  }

  /**
   * That nothing is chosen is no mistake of the model; where it then fails is worth a warning, if
   * the program asks for no values itself.
   */
  private static Trace withoutSelection(Trace trace, Trace none) {
    return trace.withMore(
        none.problems().stream()
            .filter(problem -> problem.id().isError() && problem.id() != ProblemId.RAISES)
            .limit(1)
            .map(
                problem ->
                    Problem.of(
                        ProblemId.EMPTY_SELECTION,
                        problem.place(),
                        "where no value is chosen, " + problem.message()))
            .toList());
  }

  /** Whether it stops where an argument is None: who trains gives the labels too. */
  private static boolean needsMore(Trace training) {
    return training.problems().stream()
        .anyMatch(problem -> problem.id() == ProblemId.ARGUMENT && problem.facts().none());
  }

  private static boolean raises(Trace trace) {
    return trace.problems().stream().anyMatch(problem -> problem.id() == ProblemId.RAISES);
  }

  private static Trace withProblemsOf(Trace trace, Trace other) {
    return trace.withMore(
        other.problems().stream()
            .filter(problem -> problem.id() != ProblemId.RAISES)
            .filter(
                problem ->
                    trace.problems().stream()
                        .noneMatch(
                            p -> p.id() == problem.id() && p.place().equals(problem.place())))
            .map(Problem::ofAnotherRun)
            .toList());
  }

  /** The shapes must agree where the ways meet. */
  private static Trace withDifference(Trace trace, Trace other, Place choice) {
    String one = shapes(trace);
    String two = shapes(other);
    if (one.equals(two)) {
      return trace;
    }
    return different(trace, choice, "the output is " + one + " or " + two);
  }

  private static Trace different(Trace trace, Place choice, String what) {
    String message = "a tensor's values decide here whether " + what;
    return trace.withMore(List.of(Problem.of(ProblemId.WAYS_DIFFER, choice, message)));
  }

  private static String shapes(Trace trace) {
    return String.join(
        ", ", trace.outputs().stream().map(Tensor::shape).map(String::valueOf).toList());
  }
}
