package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of a run behind its errors, where other mistakes may lie unseen. */
final class HiddenSteps {
  private record Spot(String subject, Origin origin, int line) {
    Spot(Step step) {
      this(
          step.layer() == null ? step.op() : step.layer(),
          step.layer() == null ? step.place().origin() : Origin.NONE,
          step.layer() == null ? step.place().line() : -1);
    }
  }

  private final Set<Spot> bright = new HashSet<>();
  private final Set<Spot> failed = new HashSet<>();

  HiddenSteps(Trace trace) {
    Set<Spot> dark = new HashSet<>();
    BitSet doubtful = new BitSet();
    for (int i = 0; i < trace.steps().size(); i++) {
      Step step = trace.steps().get(i);
      doubtful.set(i, step.call().failed() || !isKnown(step) || readsDoubtful(step, doubtful));
      (doubtful.get(i) ? dark : bright).add(new Spot(step));
      if (step.call().failed()) {
        failed.add(new Spot(step));
      }
    }
    bright.removeAll(dark);
  }

  private static boolean isKnown(Step step) {
    List<Tensor> outputs = step.outputs();
    return !outputs.isEmpty()
        && outputs.stream().allMatch(output -> output.shape().isKnown())
        && (step.layer() == null || !step.arguments().isEmpty());
  }

  private static boolean readsDoubtful(Step step, BitSet doubtful) {
    for (Tensor argument : step.arguments()) {
      if (!argument.shape().isKnown()
          || argument.source() >= 0 && doubtful.get(argument.source())) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing was known of what a problem is about. */
  boolean covers(Problem problem) {
    return covers(new Outcome.Key(problem));
  }

  /** Whether a step was not met, or with arguments of which nothing was known. */
  boolean hides(Step step) {
    return !bright.contains(new Spot(step)) && !failed.contains(new Spot(step));
  }

  boolean covers(Outcome.Key key) {
    return !bright.contains(new Spot(key.subject(), key.origin(), key.line()))
        && !bright.contains(new Spot(key.subject(), Origin.NONE, -1));
  }
}
