package io.github.shapecheck.processor;

import io.github.shapecheck.processor.describe.Budgets;
import io.github.shapecheck.processor.describe.Description;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.TunableMember;
import io.github.shapecheck.processor.model.BudgetDeclaration;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a width of the largest layers with which a model keeps to its budget. */
final class BudgetRepair {
  private static final int MOST_LAYERS = 3;
  private static final int MOST_READERS = 3;

  private final Trace trace;
  private final ShapeReport report;
  private final List<BudgetDeclaration> limits;

  private BudgetRepair(Trace trace, ShapeReport report, List<BudgetDeclaration> limits) {
    this.trace = trace;
    this.report = report;
    this.limits = limits;
  }

  /** Half the width, a quarter, and so on, of the first layer with which that does; tried. */
  static Optional<Edit> of(Trace trace, ShapeReport report, List<BudgetDeclaration> limits) {
    BudgetRepair repair = new BudgetRepair(trace, report, limits);
    return Budgets.dearest(report, limits).stream()
        .flatMap(path -> LayerSpot.named(trace, path).stream())
        .flatMap(spot -> spot.numbers(Role.OUT).limit(1))
        .filter(width -> width.declared() > 1)
        .limit(MOST_LAYERS)
        .flatMap(repair::narrowed)
        .findFirst();
  }

  private Stream<Edit> narrowed(TunableMember width) {
    return Stream.iterate(width.declared() / 2, out -> out > 0, out -> out / 2)
        .map(out -> width.spot().set(width.member(), Setting.of(out)))
        .flatMap(edit -> completed(edit, MOST_READERS).stream());
  }

  /** The edit with what its readers then want; empty where the model does not keep its results. */
  private Optional<Edit> completed(Edit edit, int readers) {
    Optional<Trace> changed = Revision.of(trace.model(), edit).map(Interpreter::run);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    Optional<Problem> error =
        changed.get().problems().stream().filter(problem -> problem.id().isError()).findFirst();
    if (error.isPresent()) {
      return readers == 0
          ? Optional.empty()
          : error.get().repairs().stream()
              .findFirst()
              .flatMap(repair -> completed(new Edit.Both(edit, repair), readers - 1));
    }
    boolean fits =
        results(changed.get()).equals(results(trace))
            && Budgets.exceeded(Description.of(changed.get(), report.model(), List.of()), limits)
                .isEmpty();
    return fits ? Optional.of(edit) : Optional.empty();
  }

  private static List<Shape> results(Trace trace) {
    return trace.outputs().stream().map(Tensor::shape).toList();
  }
}
