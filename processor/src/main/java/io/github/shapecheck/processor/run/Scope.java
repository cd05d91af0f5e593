package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A module under way: where in its forward text a problem stands, and who takes it. */
class Scope {
  /** Problems of the text itself: the way of a tensor tells nothing about them. */
  private static final Set<ProblemId> OF_THE_TEXT =
      EnumSet.of(ProblemId.SYNTAX, ProblemId.UNKNOWN_NAME, ProblemId.UNKNOWN_FUNCTION);

  private final Recorder recorder;
  private final ModuleInstance module;
  private final Origin text;
  private final @Nullable List<String> lines;

  Scope(Recorder recorder, ModuleInstance module) {
    this.recorder = recorder;
    this.module = module;
    ForwardDeclaration forward = module.declaration().forward().orElse(null);
    this.text = forward == null ? module.declaration().origin() : forward.origin();
    this.lines = forward == null ? List.of() : forward.program().lines();
  }

  /** For an expression that stands in an annotation: every place is that annotation. */
  Scope(Recorder recorder, ModuleInstance module, Place place) {
    this.recorder = recorder;
    this.module = module;
    this.text = place.origin();
    this.lines = null;
  }

  /** Where the forward text stands. */
  Origin place() {
    return text;
  }

  Recorder recorder() {
    return recorder;
  }

  ModuleInstance module() {
    return module;
  }

  /** A stretch of this module's forward text; of several lines the part in the first. */
  Place place(Span span) {
    if (lines == null) {
      return Place.of(text);
    }
    int end =
        span.lastLine() == span.line() || span.line() > lines.size()
            ? span.end()
            : lines.get(span.line() - 1).length();
    return new Place(text, span.line(), span.start(), Math.max(end, span.start()));
  }

  /** Reports a problem of the forward text. */
  void report(Problem problem) {
    recorder.blame.report(problem, module.declaration(), module.uses());
  }

  /** Reports a problem of a stretch of the forward text. */
  void report(ProblemId id, Span span, String message) {
    int step = OF_THE_TEXT.contains(id) ? -1 : recorder.steps.size();
    report(new Problem(id, place(span), "", message, "", step, List.of()));
  }

  /** Reports a problem of what is declared elsewhere, which no count of uses can excuse. */
  void reportDeclared(Problem problem) {
    recorder.blame.report(problem, null, module.uses());
  }
}
