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
    for (Annotation annotation : Annotation.allOf(SourceOrigin.of(model, true))) {
      if (!annotation.qualifiedName().equals(NAME)) {
        continue;
      }
      for (BudgetDeclaration.Cost cost : BudgetDeclaration.Cost.values()) {
        AnnotationValue value = annotation.explicit().get(cost.member());
        if (value != null && value.getValue() instanceof Long most && most >= 0) {
          limits.add(new BudgetDeclaration(cost, most, annotation.origin(cost.member())));
        }
      }
    }
    return limits;
  }
}
