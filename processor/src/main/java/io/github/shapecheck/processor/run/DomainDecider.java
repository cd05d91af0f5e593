package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.op.Decider;
import io.github.shapecheck.shape.Answer.Verdict;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Domain;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Answers for all sizes of a domain at once. The first requirement that varies with free sizes is
 * told with all that the user has to promise; what the promise covers is not told again.
 */
public final class DomainDecider implements Decider {
  private static final long LARGE = 1 << 20;

  private final Domain domain;
  private final @Nullable Promises promises;
  private final String where;
  private boolean told;

  /** Answers for the sizes of a domain. */
  public DomainDecider(Domain domain) {
    this.domain = domain;
    this.promises = null;
    this.where = "";
  }

  /** Answers for the sizes of a domain, where promises of the user would help. */
  DomainDecider(Domain domain, Promises promises) {
    this.domain = domain;
    this.promises = promises;
    this.where = promises.where();
  }

  @Override
  public Answer require(Condition condition) {
    Verdict verdict = domain.decide(condition).verdict();
    if (verdict == Verdict.SOMETIMES) {
      return isCovered(condition) ? Answer.HOLDS : Answer.VARIES;
    }
    return verdict == Verdict.ALWAYS ? Answer.HOLDS : Answer.FAILS;
  }

  /** Whether the one message that tells what to promise speaks of this, too. */
  private boolean isCovered(Condition condition) {
    return promises != null
        && !where.isEmpty()
        && (told || !condition.equals(promises.toTell()))
        && promises.domain().decide(condition).isAlways();
  }

  @Override
  public boolean always(Condition condition) {
    return domain.decide(condition).isAlways();
  }

  @Override
  public boolean choose(Condition condition) {
    return switch ((promises == null ? domain : promises.domain()).decide(condition).verdict()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case SOMETIMES -> holdsForLargeSizes(condition);
    };
  }

  @Override
  public String explain(Condition condition) {
    if (promises == null || where.isEmpty() || !condition.equals(promises.toTell())) {
      return "that fails for " + example(condition, domain);
    }
    told = true;
    String text = "that fails for " + example(condition, promises.examples());
    return text + "; promise where = \"" + where + "\"";
  }

  /** The smallest sizes for which it fails, without a batch that does not matter. */
  private static String example(Condition condition, Domain domain) {
    Map<String, Long> sizes = domain.decide(domain.simplify(condition)).counterexample();
    StringJoiner text = new StringJoiner(", ");
    sizes.forEach((symbol, size) -> text.add(symbol + " = " + size));
    return text.toString();
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
