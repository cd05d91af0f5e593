package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.problem.Facts;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.SyntaxError;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A module under way: where in its forward text a problem stands, and who takes it. */
public final class Scope {
  /** Problems of the text itself: the way of a tensor tells nothing about them. */
  private static final Set<ProblemId> OF_THE_TEXT =
      EnumSet.of(ProblemId.SYNTAX, ProblemId.UNKNOWN_NAME, ProblemId.UNKNOWN_FUNCTION);

  private final Recorder recorder;
  private final ModuleInstance module;
  private final Source source;

  public Scope(Recorder recorder, ModuleInstance module) {
    this(recorder, module, module.source());
  }

  public Scope(Recorder recorder, ModuleInstance module, Source source) {
    this.recorder = recorder;
    this.module = module;
    this.source = source;
  }

  /** The scope of what is evaluated. */
  public static Scope of(Recorder recorder, Frame frame) {
    return new Scope(recorder, (ModuleInstance) frame.module(), frame.source());
  }

  /** Where the forward text stands. */
  public Origin place() {
    return source.origin();
  }

  public Recorder recorder() {
    return recorder;
  }

  public ModuleInstance module() {
    return module;
  }

  /** A stretch of this module's forward text; of several lines the part in the first. */
  public Place place(Span span) {
    return source.place(span);
  }

  /** Whether the way of a tensor tells nothing about a problem. */
  public static boolean isOfTheText(ProblemId id) {
    return OF_THE_TEXT.contains(id);
  }

  /** Reports a problem of the forward text. */
  public void report(Problem problem) {
    recorder.blame.report(problem, module.declaration(), module.uses());
  }

  /** Reports a problem of a stretch of the forward text. */
  public void report(ProblemId id, Span span, String message) {
    int step = OF_THE_TEXT.contains(id) ? -1 : recorder.steps.size();
    report(new Problem(id, place(span), "", message, Facts.NONE, step, List.of()));
  }

  /** Reports what cannot be read of a program. */
  public void reportSyntax(Program program) {
    for (SyntaxError error : program.syntaxErrors()) {
      report(ProblemId.SYNTAX, error.span(), error.told());
    }
  }

  /** Reports a problem of what is declared elsewhere, which no count of uses can excuse. */
  public void reportDeclared(Problem problem) {
    recorder.blame.report(problem, module.uses());
  }
}
