package io.github.shapecheck.cli;

import io.github.shapecheck.processor.describe.Description;
import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.report.ShapeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The runs of the models of a compilation, kept for their reports. */
final class Runs {
  private final @Nullable String wanted;
  private final List<Trace> traces = new ArrayList<>();

  /** Of all models, or of the one that is wanted. */
  Runs(@Nullable String wanted) {
    this.wanted = wanted;
  }

  Trace run(Model model) {
    Trace trace = Interpreter.run(model);
    if (!model.root().inputs().isEmpty()) {
      traces.add(trace);
    }
    return trace;
  }

  /** Complains where nothing was checked: that would be no sign of a model that fits. */
  void requireSome() {
    String names =
        traces.stream().map(trace -> trace.model().root().name()).collect(Collectors.joining(", "));
    if (traces.isEmpty()) {
      throw new WrongUse("the files hold no model: a class with @Input");
    } else if (traces.stream().noneMatch(this::isWanted)) {
      throw new WrongUse("there is no model " + wanted + " in the files, only " + names);
    }
  }

  /** The reports of the wanted models, in source order. */
  List<ShapeReport> reports() {
    return traces.stream()
        .filter(this::isWanted)
        .map(trace -> Description.of(trace, name(trace), AcceptedSizes.of(trace)))
        .toList();
  }

  private boolean isWanted(Trace trace) {
    ModuleDeclaration root = trace.model().root();
    return wanted == null || wanted.equals(root.name()) || wanted.equals(root.qualifiedName());
  }

  private static String name(Trace trace) {
    return trace.model().root().qualifiedName();
  }
}
