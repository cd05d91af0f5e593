package io.github.shapecheck.processor.run.promise;

import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.operation.Explanation;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.value.DataDependentSizes;
import io.github.shapecheck.shape.Condition;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Answers for all sizes of a domain at once. */
public final class DomainDecider implements Decider {
  private static final long LARGE = 1 << 20;

  private final Domain domain;
  private Condition granted = Condition.always();
  private int choices;

  /** Answers for the sizes of a domain. */
  public DomainDecider(Domain domain) {
    this.domain = domain;
  }

  @Override
  public Answer require(Condition condition) {
    return switch (domain.decide(condition).verdict()) {
      case ALWAYS -> Answer.HOLDS;
      case NEVER -> Answer.FAILS;
      case SOMETIMES, UNDECIDED -> Answer.VARIES;
    };
  }

  @Override
  public boolean always(Condition condition) {
    return domain.decide(condition).isAlways();
  }

  @Override
  public boolean choose(Condition condition) {
    return switch (domain.decide(condition).verdict()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case SOMETIMES, UNDECIDED -> {
        choices++;
        yield holdsForLargeSizes(condition);
      }
    };
  }

  @Override
  public int choices() {
    return choices;
  }

  @Override
  public boolean grants(Condition condition) {
    boolean may = !always(condition.negate());
    granted = may ? granted.and(condition) : granted;
    return may;
  }

  /** What was taken for granted. */
  public Condition granted() {
    return granted;
  }

  /** The smallest sizes for which it fails, without a batch that does not matter. */
  @Override
  public Explanation explain(Condition condition) {
    if (condition.symbols().equals(Set.of("N"))) {
      return Explanation.NONE; // that it must hold for every batch goes without saying
    }
    Map<String, Long> sizes = domain.decide(domain.simplify(condition)).counterexample();
    if (sizes.isEmpty()) {
      return new Explanation("that could not be proved for all sizes", "");
    }
    StringJoiner text = new StringJoiner(", ", "that fails for ", "");
    sizes.forEach((symbol, size) -> text.add(symbol + " = " + size));
    String values = DataDependentSizes.isIn(condition) ? ", as a tensor's values may be" : "";
    return new Explanation(text + values, "");
  }

  private static boolean holdsForLargeSizes(Condition condition) {
    Map<String, Long> large = new HashMap<>();
    condition.symbols().forEach(symbol -> large.put(symbol, LARGE));
    try {
      return condition.test(large);
    } catch (ArithmeticException beyond) {
      return false;
    }
  }
}
