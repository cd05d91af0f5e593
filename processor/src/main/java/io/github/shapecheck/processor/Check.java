package io.github.shapecheck.processor;

import io.github.shapecheck.processor.describe.Description;
import io.github.shapecheck.processor.diagnose.Diagnosis;
import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.diagnose.rerun.AxisSizes;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.read.ModelReader;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.tell.Teller;
import io.github.shapecheck.processor.write.Generated;
import io.github.shapecheck.processor.write.IndexFile;
import io.github.shapecheck.processor.write.ReportFiles;
import io.github.shapecheck.report.ShapeReport;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** The walk of a model: read, run, diagnose, tell, describe, write. */
record Check(
    ProcessingEnvironment environment,
    Function<Model, Trace> run,
    ModelReader reader,
    Results results) {
  /** What a compilation has told and written so far, and how it marks what it writes. */
  record Results(Set<Teller.Told> told, IndexFile index, Generated generated) {}

  /** Checks a model and writes its report; what modules it uses is added. */
  void model(TypeElement type, Set<String> used) {
    ReportFiles files =
        new ReportFiles(environment, results.generated(), type, Options.html(environment));
    guarded(
        type,
        teller -> {
          Model model = reader.read(type);
          reader.addUses(type, used);
          walk(model, type, teller, files);
        });
    if (Options.report(environment)) {
      guarded(type, teller -> files.writeEmptyIfNone());
    }
  }

  private void walk(Model model, TypeElement type, Teller teller, ReportFiles files) {
    Diagnosis diagnosis = Diagnosis.of(run.apply(model));
    teller.tell(diagnosis);
    Trace trace = diagnosis.trace();
    Commitments commitments = new Commitments(environment, type, trace);
    if (!Options.report(environment) && commitments.isEmpty()) {
      return; // nobody reads it
    }
    try {
      ShapeReport report = Description.of(trace, files.modelName(), accepted(trace));
      tell(teller, trace, commitments.brokenBy(report));
      tell(teller, trace, write(type, report, files, Place.of(model.root().origin())));
    } catch (ArithmeticException overflow) {
      tell(teller, trace, commitments.brokenByOverflow());
    }
  }

  /**
   * Checks a module: with every model that uses it; by itself for what can be known without its
   * parameters.
   */
  void module(TypeElement type, Set<String> used) {
    boolean isUsed = used.contains(type.getQualifiedName().toString());
    guarded(
        type,
        teller ->
            teller.tell(
                isUsed
                    ? Diagnosis.ofDeclaration(Trace.ofDeclaration(reader.read(type)))
                    : Diagnosis.of(run.apply(reader.readUnused(type)))));
  }

  /** The sizes that a report shows and a lock holds; nobody else asks. */
  private List<List<AxisSizes>> accepted(Trace trace) {
    boolean shown = Options.report(environment) || Options.lock(environment).isPresent();
    return shown ? AcceptedSizes.of(trace) : List.of();
  }

  private static void tell(Teller teller, Trace trace, List<Problem> problems) {
    if (!problems.isEmpty()) {
      teller.tell(Diagnosis.ofCommitments(trace.withProblems(problems)));
    }
  }

  private List<Problem> write(
      TypeElement type, ShapeReport report, ReportFiles files, Place place) {
    if (Options.html(environment)) {
      results.index().add(type, report, files.pagePath());
    }
    return Options.report(environment)
        ? files.write(report).map(why -> Problem.of(ProblemId.REPORT, place, why)).stream().toList()
        : List.of();
  }

  /** Reports a bug of ours as ours; the next model goes on. */
  void guarded(TypeElement type, Consumer<Teller> work) {
    Teller teller =
        new Teller(
            environment.getMessager(),
            new SourceLocator(type, Options.errors(environment)),
            Options.lint(environment),
            results.told());
    try {
      work.accept(teller);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError bug) {
      teller.internal(type, bug);
    }
  }
}
