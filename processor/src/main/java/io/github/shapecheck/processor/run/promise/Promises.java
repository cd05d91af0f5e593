package io.github.shapecheck.processor.run.promise;

import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.operation.Explanation;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.value.DataDependentSizes;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the user would have to promise of the free sizes for a model to be right: takes
 * every requirement that varies with them as promised and goes on.
 */
public final class Promises implements Decider {
  private static final String BATCH = "N";

  private final Domain given;
  private final List<Condition> promised = new ArrayList<>();
  private final Set<Condition> choices = new LinkedHashSet<>();
  private final Set<Condition> assumed = new LinkedHashSet<>();

  /** The choices and promises that the way does not show yet. */
  private final Deque<Condition> ahead = new ArrayDeque<>();

  private Domain domain;

  /** The domain, as far as the choices allow. */
  private Domain way;

  private Domain largeEnough;
  private int open;
  private @Nullable Condition knot;
  private @Nullable Condition highest;

  public Promises(Domain given) {
    this.given = given;
    this.domain = given;
    this.way = given;
    this.largeEnough = given;
  }

  @Override
  public Answer require(Condition condition) {
    Answer answer = new DomainDecider(domain).require(condition);
    if (answer == Answer.VARIES && holdsOnTheWay(condition)) {
      return Answer.HOLDS; // for other sizes the model goes another way, which is tried
    }
    Condition simple =
        answer == Answer.VARIES ? withoutBatch(domain.simplify(condition)) : condition;
    if (answer != Answer.VARIES || isNobodys(simple)) {
      return answer; // nobody can promise anything of the batch or of values
    }
    Condition promise = firstPossible(simple);
    Domain kept;
    try {
      kept = domain.where(promise);
    } catch (ArithmeticException tooManyRanges) {
      return answer;
    }
    if (kept.isEmpty()) {
      return answer; // it contradicts what was promised before
    }
    promised.add(promise);
    domain = kept;
    ahead.add(promise);
    if (isLowerBound(promise)) {
      largeEnough = largeEnough.where(promise);
      highest = condition;
    } else if (knot == null) {
      knot = condition;
    }
    return Answer.HOLDS;
  }

  private boolean holdsOnTheWay(Condition condition) {
    try {
      while (!ahead.isEmpty()) {
        way = way.where(ahead.element());
        ahead.remove();
      }
    } catch (ArithmeticException tooManyRanges) {
      return false;
    }
    return !choices.isEmpty() && !way.isEmpty() && way.decide(condition).isAlways();
  }

  /**
   * What of the other sizes is enough for every batch: 8 divides N*H for all N where it divides H.
   */
  private Condition withoutBatch(Condition condition) {
    if (!condition.symbols().contains(BATCH)) {
      return condition;
    }
    Condition one = condition.with(Map.of(BATCH, Dim.of(1)));
    Domain kept = domain.where(one);
    return !one.symbols().isEmpty() && !kept.isEmpty() && kept.decide(condition).isAlways()
        ? one
        : condition;
  }

  /**
   * Of alternatives the first: that sizes are equal is what people mean, not that one of them
   * happens to be 1.
   */
  private Condition firstPossible(Condition condition) {
    return condition.alternatives().stream()
        .filter(alternative -> !domain.where(alternative).isEmpty())
        .findFirst()
        .orElse(condition);
  }

  private static boolean isLowerBound(Condition condition) {
    Set<String> symbols = condition.symbols();
    if (symbols.size() != 1) {
      return false;
    }
    SizeSet values = Domain.batch().solve(condition, symbols.iterator().next());
    return values.equals(SizeSet.from(values.min().orElse(0L)));
  }

  @Override
  public boolean always(Condition condition) {
    return domain.decide(condition).isAlways();
  }

  private static boolean isNobodys(Condition condition) {
    return condition.symbols().contains(BATCH) || DataDependentSizes.isIn(condition);
  }

  @Override
  public boolean choose(Condition condition) {
    DomainDecider decider = new DomainDecider(domain);
    boolean holds = decider.choose(condition);
    open += decider.choices();
    if (!isNobodys(condition) && domain.decide(condition).isOpen()) {
      Condition taken = holds ? condition : condition.negate();
      if (choices.add(taken)) {
        ahead.add(taken);
      }
    }
    return holds;
  }

  @Override
  public boolean assume(Condition condition) {
    boolean holds = new DomainDecider(domain).choose(condition);
    if (domain.decide(condition).isOpen()) {
      assumed.add(holds ? condition : condition.negate());
    }
    return holds;
  }

  @Override
  public boolean grants(Condition condition) {
    assumed.add(condition);
    return true;
  }

  /** What holds on the way that was taken, choices and what was taken for granted. */
  public List<Condition> ways() {
    List<Condition> ways = new ArrayList<>(choices);
    ways.addAll(assumed);
    return ways;
  }

  /** The branches that depend on free sizes, as they were taken. */
  public List<Condition> branches() {
    return List.copyOf(choices);
  }

  @Override
  public int choices() {
    return open;
  }

  /** Promises something more. */
  public void promise(Condition condition) {
    promised.add(condition);
    domain = domain.where(condition);
    ahead.add(condition);
  }

  public Domain domain() {
    return domain;
  }

  @Override
  public Explanation explain(Condition condition) {
    return new DomainDecider(domain).explain(condition);
  }

  /** How many requirements varied. */
  public int count() {
    return promised.size();
  }

  /**
   * The requirement to tell the user of, which stands for all: the first that is more than a lower
   * bound, else the last and so the highest bound.
   */
  @Nullable Condition toTell() {
    return knot != null ? knot : highest;
  }

  /**
   * Where examples are sought: not among sizes that are too small anyway, if there is more to tell.
   */
  Domain examples() {
    return knot != null ? largeEnough : given;
  }

  /**
   * All promises as one text for {@code where}; empty if there is nothing to promise, or no size
   * that could keep it.
   */
  public String where() {
    return new PromiseText(given, domain, promised).toString();
  }
}
