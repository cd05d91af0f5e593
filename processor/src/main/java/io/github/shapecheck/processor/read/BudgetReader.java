package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.BudgetDeclaration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** Reads the limits of {@code @Budget}. */
public final class BudgetReader {
  private static final String NAME = "io.github.shapecheck.Budget";

  private BudgetReader() {}

  /** The limits that a model sets itself. */
  public static List<BudgetDeclaration> read(TypeElement model) {
    List<BudgetDeclaration> limits = new ArrayList<>();
    Annotation budget = AnnotationTypes.find(model, NAME).orElse(null);
    if (budget == null) {
      return limits;
    }
    for (BudgetDeclaration.Cost cost : BudgetDeclaration.Cost.values()) {
      AnnotationValue value = budget.explicit().get(cost.member());
      if (value != null && value.getValue() instanceof Long most && most >= 0) {
        limits.add(new BudgetDeclaration(cost, most, budget.origin(cost.member())));
      }
    }
    return limits;
  }
}
