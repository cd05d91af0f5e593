package io.github.shapecheck.processor;

import io.github.shapecheck.processor.describe.Budgets;
import io.github.shapecheck.processor.describe.CheckpointFit;
import io.github.shapecheck.processor.model.BudgetDeclaration;
import io.github.shapecheck.processor.model.CheckpointDeclaration;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.read.BudgetReader;
import io.github.shapecheck.processor.read.WeightsReader;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.write.LockFile;
import io.github.shapecheck.report.ShapeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * What a model without errors is held to besides: its budget, its checkpoint, its committed shapes.
 */
final class Commitments {
  private final Trace trace;
  private final Place place;
  private final List<BudgetDeclaration> limits;
  private final Optional<CheckpointDeclaration> checkpoint;
  private final Optional<LockFile> lock;

  Commitments(ProcessingEnvironment environment, TypeElement type, Trace trace) {
    this.trace = trace;
    this.place = Place.of(trace.model().root().origin());
    this.limits = BudgetReader.read(type);
    this.checkpoint = new WeightsReader(environment.getFiler()).read(type);
    this.lock = Options.lock(environment);
  }

  /** Whether it is held to nothing. */
  boolean isEmpty() {
    return limits.isEmpty() && checkpoint.isEmpty() && lock.isEmpty();
  }

  /** What a report does not keep to. */
  List<Problem> brokenBy(ShapeReport report) {
    if (trace.hasErrors() || isEmpty()) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>(Budgets.exceeded(report, limits));
    if (!problems.isEmpty()) {
      List<Edit> smaller = BudgetRepair.of(trace, report, limits).stream().toList();
      problems.replaceAll(problem -> problem.repairedBy(smaller));
    }
    checkpoint.ifPresent(file -> problems.addAll(CheckpointFit.problems(trace, report, file)));
    lock.ifPresent(file -> problems.addAll(file.check(report, place)));
    return problems;
  }

  /** A model whose totals go beyond 2^63 has no report; if nothing else is wrong, that is. */
  List<Problem> brokenByOverflow() {
    String message = trace.model().root().name() + " has more values in total than 2^63";
    return trace.hasErrors()
        ? List.of()
        : List.of(Problem.of(ProblemId.SIZE_OVERFLOW, place, message));
  }
}
