package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a class's declarations without running anything. */
final class DeclarationChecks {
  private DeclarationChecks() {}

  static List<Problem> of(ModuleDeclaration module) {
    List<Problem> problems = new ArrayList<>();
    if (!module.inputs().isEmpty() && module.fields().isEmpty() && module.forward().isEmpty()) {
      problems.add(
          Problem.of(
              ProblemId.EMPTY_MODEL,
              Place.of(module.origin()),
              module.name()
                  + " has an input but neither layers nor @Forward: there is nothing to check"));
    }
    return problems;
  }
}
