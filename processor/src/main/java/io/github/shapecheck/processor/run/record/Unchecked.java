package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Facts;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where a run first loses track of a shape, unless an error before it explains that. */
public record Unchecked(Scope scope) {
  /** A module of which no file is found, and where it first makes something of tensors. */
  record Missing(String module, Place place) {
    private String message() {
      return "the module %s makes what is not known: there is no file %s.py below the folders that are read"
          .formatted(module, module.replace('.', '/'));
    }
  }

  /** Takes what a module that is not evaluated made of tensors. */
  public void madeElsewhere(Opaque value, @Nullable Place place) {
    if (scope.recorder().missing == null && place != null && !value.missing().isEmpty()) {
      scope.recorder().missing = new Missing(value.missing(), place);
    }
  }

  /** Takes what an expression or a step gave. */
  public void watch(Value value, Place place, String subject) {
    Recorder recorder = scope.recorder();
    if (!recorder.lost && isLost(value) && isNews(recorder, scope.module().model())) {
      recorder.lost = true;
      Missing missing = recorder.missing;
      String why =
          "the shape of what %s gives is not known while compiling: nothing behind it is checked"
              .formatted(subject);
      scope.report(
          missing == null
              ? new Problem(ProblemId.UNCHECKED, place, subject, why, Facts.NONE, -1, List.of())
              : Problem.of(ProblemId.UNKNOWN_NAME, missing.place(), missing.message()));
    }
  }

  /** Takes the end of a run: whatever happened in between, what is not known is told. */
  public void finish(Value output) {
    boolean lost = false;
    for (Step step : scope.recorder().steps) {
      for (Tensor tensor : step.outputs()) {
        lost |= isLost(tensor);
      }
    }
    Place returned = scope.recorder().returned;
    Place place = Origin.NONE.equals(returned.origin()) ? Place.of(scope.place()) : returned;
    watch(lost ? Value.UNKNOWN : output, place, "the forward pass");
  }

  private static boolean isNews(Recorder recorder, Model model) {
    return !recorder.blame.hasErrors()
        && !model.root().inputs().isEmpty()
        && model.problems().stream().noneMatch(problem -> problem.id().isError())
        && isResolved(model.root())
        && model.modules().values().stream().allMatch(Unchecked::isResolved);
  }

  /** Whether the compiler made sense of all values; else it says so itself. */
  private static boolean isResolved(ModuleDeclaration module) {
    return module.fields().stream()
        .flatMap(field -> field.layers().stream())
        .flatMap(layer -> layer.attributes().values().stream())
        .noneMatch(attribute -> attribute.value() instanceof Value.Unknown);
  }

  private static boolean isLost(Value value) {
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().stream().anyMatch(Unchecked::isLost);
    }
    return value instanceof Value.Unknown
        || value instanceof Opaque opaque && opaque.made()
        || value instanceof Tensor tensor && !tensor.shape().isKnown()
        || value instanceof Value.Pieces pieces
            && (isLost(pieces.first()) || isLost(pieces.last()));
  }
}
