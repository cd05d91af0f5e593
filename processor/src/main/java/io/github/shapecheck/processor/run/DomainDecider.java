package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.op.Decider;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Domain;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers for all sizes of a domain at once. */
public final class DomainDecider implements Decider {
  private static final long LARGE = 1 << 20;

  private final Domain domain;

  /** Answers for the sizes of a domain. */
  public DomainDecider(Domain domain) {
    this.domain = domain;
  }

  @Override
  public Answer require(Condition condition) {
    return switch (domain.decide(condition).verdict()) {
      case ALWAYS -> Answer.HOLDS;
      case NEVER -> Answer.FAILS;
      case SOMETIMES -> Answer.VARIES;
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
      case SOMETIMES -> holdsForLargeSizes(condition);
    };
  }

  @Override
  public String explain(Condition condition) {
    String sizes =
        domain.decide(condition).counterexample().entrySet().stream()
            .map(size -> size.getKey() + " = " + size.getValue())
            .collect(Collectors.joining(", "));
    return "that needs " + condition + ", which fails for " + sizes;
  }

  private static boolean holdsForLargeSizes(Condition condition) {
    Map<String, Long> large = new HashMap<>();
    condition.symbols().forEach(symbol -> large.put(symbol, LARGE));
    return condition.test(large);
  }
}
