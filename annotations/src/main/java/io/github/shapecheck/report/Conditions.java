package io.github.shapecheck.report;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What holds of a report's free sizes.
 *
 * @param where what the model promises of them
 * @param formulas for which of them the steps are as the report has them; others go another way. It
 *     never holds where a step may be missing, since a shape was not known
 */
public record Conditions(Condition where, Condition formulas) {
  /** What holds of the report of a model without free sizes. */
  public static final Conditions NONE = new Conditions(Condition.always(), Condition.always());

  /** Whether a step may be missing, since a shape was not known. */
  boolean isLost() {
    return formulas.symbols().isEmpty() && !holds(formulas, Map.of());
  }

  /** Why numbers for all sizes are not among those that the report is about, if they are not. */
  Optional<String> refusal(Map<String, Long> sizes) {
    if (!holds(where, sizes)) {
      return Optional.of(where + " does not hold for " + text(where, sizes));
    }
    return isLost() || holds(formulas, sizes)
        ? Optional.empty()
        : Optional.of(
            "the report's formulas are for "
                + formulas
                + ", which does not hold for "
                + text(formulas, sizes)
                + ": the model goes another way there; compile it with these numbers");
  }

  /** Whether it holds as far as sizes are known; where something has no value nothing does. */
  private static boolean holds(Condition condition, Map<String, Long> sizes) {
    try {
      return !sizes.keySet().containsAll(condition.symbols()) || condition.test(sizes);
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  private static String text(Condition condition, Map<String, Long> sizes) {
    StringJoiner text = new StringJoiner(", ");
    Map<String, Long> named = new TreeMap<>(sizes);
    named.keySet().retainAll(condition.symbols());
    named.forEach((name, size) -> text.add(name + " = " + size));
    return text.toString();
  }

  Conditions with(Map<String, Dim> sizes) {
    return new Conditions(with(where, sizes), with(formulas, sizes));
  }

  /** The condition with numbers, until nothing of it is open. */
  private static Condition with(Condition condition, Map<String, Dim> sizes) {
    Condition left = condition.with(sizes);
    return left.symbols().isEmpty() ? Condition.always() : left;
  }
}
