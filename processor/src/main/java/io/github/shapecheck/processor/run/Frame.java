package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.forward.Span;
import io.github.shapecheck.processor.op.Value;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One execution of a module's forward pass: its variables and the way in. */
final class Frame {
  /** Problems of the text itself: the way of a tensor tells nothing about them. */
  private static final Set<ProblemId> OF_THE_TEXT =
      EnumSet.of(ProblemId.SYNTAX, ProblemId.UNKNOWN_NAME, ProblemId.UNKNOWN_FUNCTION);

  private final Recorder recorder;
  private final ModuleInstance module;
  private final Origin forward;
  private final int lineLimit;
  final Map<String, Value> variables = new HashMap<>();
  final Set<String> read = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();

  Frame(Recorder recorder, ModuleInstance module) {
    this.recorder = recorder;
    this.module = module;
    this.forward =
        module.declaration().forward().map(f -> f.origin()).orElse(module.declaration().origin());
    this.lineLimit = module.declaration().forward().map(f -> f.program().lines().size()).orElse(0);
  }

  /** A frame for an expression that stands in an annotation: every place is that annotation. */
  Frame(Recorder recorder, ModuleInstance module, Place place) {
    this.recorder = recorder;
    this.module = module;
    this.forward = place.origin();
    this.lineLimit = -1;
  }

  Recorder recorder() {
    return recorder;
  }

  ModuleInstance module() {
    return module;
  }

  /** A stretch of this module's forward text; of several lines the part in the first. */
  Place place(Span span) {
    if (lineLimit < 0) {
      return Place.of(forward);
    }
    int end =
        span.lastLine() == span.line() || span.line() > lineLimit
            ? span.end()
            : module.declaration().forward().orElseThrow().program().line(span.line()).length();
    return new Place(forward, span.line(), span.start(), Math.max(end, span.start()));
  }

  /** Whether a name has not been asked for before: an unknown one is reported once. */
  boolean reportedOnce(String name) {
    return unknown.add(name);
  }

  /** Reports a problem of this frame. */
  void report(Problem problem, String declaration) {
    recorder.blame.report(problem, declaration, module.uses());
  }

  /** Reports a problem of a stretch of the forward text. */
  void report(ProblemId id, Span span, String message) {
    int step = OF_THE_TEXT.contains(id) ? -1 : recorder.steps.size();
    report(
        new Problem(id, place(span), "", message, "", step, List.of()),
        module.declaration().qualifiedName());
  }
}
