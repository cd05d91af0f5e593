package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.operation.Explanation;
import io.github.shapecheck.processor.run.promise.DomainDecider;
import io.github.shapecheck.processor.size.Answer.Verdict;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.size.Solution;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers for one size, the shadow, while the model runs with a symbol in its place: every
 * comparison in which other sizes fare otherwise parts them from it, so that at the end all that
 * remain went the same way.
 */
public final class ShadowDecider implements Decider {
  /** Ends a run whose outcome for the shadow is known, or that leaves nothing but the shadow. */
  static final class Settled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Settled() {
      super(null, null, false, false);
    }
  }

  /**
   * What a run is for: other numbers for one that is wrong, going on behind what the shadow fails;
   * the sizes of one axis; those of several, going on where nothing but the shadow remains.
   */
  enum Use {
    PROPOSAL,
    AXIS,
    AXES
  }

  private static final String BATCH = "N";
  private static final Dim SOME_BATCH = Dim.of(1009);

  /** So many steps of a run cost as much as solving a condition for one size, or for several. */
  private static final int SOLVED = 60;

  private static final int SEARCHED = 1_000;

  /** After so many a search that only proposes ends with what it has found. */
  private static final int MOST_EFFORT = 12_000;

  private final String symbol;
  private final long shadow;
  private final boolean stopsAtFailure;
  private final boolean stopsAtShadow;
  private Domain domain;
  private SizeSet alike;
  private SizeSet elsewhere = SizeSet.empty();
  private boolean batchMatters;
  private boolean failsAll;
  private long effort;
  private boolean guessed;
  private final List<SizeSet> remedies = new ArrayList<>();

  /** Starts with the sizes that are still in question. */
  ShadowDecider(Domain domain, String symbol, long shadow, SizeSet sizes, Use use) {
    this.symbol = symbol;
    this.shadow = shadow;
    this.stopsAtFailure = use != Use.PROPOSAL;
    this.stopsAtShadow = use == Use.AXIS;
    this.alike = sizes;
    this.domain = domain.with(symbol, sizes);
  }

  String symbol() {
    return symbol;
  }

  /** Whether nothing but the shadow remains. */
  boolean isPinned() {
    return alike.equals(SizeSet.of(shadow));
  }

  /** The sizes that fare as the shadow does. */
  public SizeSet alike() {
    return alike;
  }

  /** The sizes that part from it on a way that may be right. */
  public SizeSet elsewhere() {
    return elsewhere;
  }

  /** Whether the shadow fails a requirement, which other sizes may meet. */
  public boolean failed() {
    return failsAll || !remedies.isEmpty();
  }

  /**
   * For each requirement that the shadow fails the sizes that fared alike up to there and meet it,
   * the likeliest last.
   */
  public List<SizeSet> remedies() {
    return remedies;
  }

  /** Whether sizes that go another way may be missing: a condition was tried and not solved. */
  public boolean guessed() {
    return guessed;
  }

  private SizeSet solved(Condition condition) {
    Solution solution = domain.solution(condition, symbol);
    guessed |= !solution.complete();
    return solution.sizes();
  }

  /** Whether a comparison was made that a batch of one may answer otherwise for the shadow. */
  public boolean batchMatters() {
    return batchMatters;
  }

  /** What is only proposed is tried for every batch later: one batch is solved for sooner. */
  private Condition atSomeBatch(Condition condition) {
    if (stopsAtFailure || !condition.symbols().contains(symbol)) {
      return condition;
    }
    Condition one = isOfSeveral(condition) ? condition.with(Map.of(BATCH, SOME_BATCH)) : condition;
    spend(isOfSeveral(one) ? SEARCHED : SOLVED);
    return one;
  }

  private void spend(long steps) {
    effort += steps;
    if (!stopsAtFailure && effort > MOST_EFFORT) {
      throw new Settled();
    }
  }

  /** What answering took, in steps of a run. */
  public long effort() {
    return effort;
  }

  private boolean isAlways(Domain domain, Condition condition) {
    return verdict(domain, condition) == Verdict.ALWAYS;
  }

  private Verdict verdict(Domain domain, Condition condition) {
    var answer = domain.decide(condition);
    spend(answer.effort());
    return answer.verdict();
  }

  private void watchBatch(Condition condition) {
    if (stopsAtFailure && !batchMatters && condition.symbols().contains(BATCH)) {
      Condition own = atShadow(condition);
      Domain withOne = domain.with(BATCH, SizeSet.from(1));
      batchMatters = verdict(withOne, own) != verdict(domain, own);
    }
  }

  @Override
  public Answer require(Condition required) {
    Condition condition = atSomeBatch(required);
    watchBatch(condition);
    if (isOfSeveral(condition) && holdsForShadow(condition)) {
      keep(condition);
      return Answer.HOLDS;
    }
    if (isOfSeveral(condition) && stopsAtFailure) {
      settle(condition);
    }
    Verdict known = verdict(domain, condition);
    if (known == Verdict.ALWAYS) {
      return Answer.HOLDS;
    }
    if (known == Verdict.NEVER) {
      failsAll |= condition.symbols().contains(symbol);
      if (stopsAtFailure && failsAll) {
        throw new Settled();
      }
      return Answer.FAILS;
    }
    if (!condition.symbols().contains(symbol)) {
      return Answer.VARIES;
    }
    if (holdsForShadow(condition)) {
      keep(condition);
      return Answer.HOLDS;
    }
    elsewhere = elsewhere.union(solved(condition));
    if (stopsAtFailure) {
      failsAll = true;
      throw new Settled();
    }
    List<Condition> alternatives = condition.alternatives();
    for (int i = alternatives.size() - 1; i >= 0; i--) {
      remedies.add(solved(alternatives.get(i)));
    }
    keep(condition.negate());
    return Answer.FAILS;
  }

  /** Where it is known which sizes meet what the shadow fails, nothing more is asked. */
  private void settle(Condition condition) {
    Solution met = domain.solution(condition, symbol);
    if (met.complete() && !met.sizes().contains(shadow)) {
      failsAll = true;
      elsewhere = elsewhere.union(met.sizes());
      throw new Settled();
    }
  }

  /**
   * What holds for the shadow only parts the sizes; what does not, keeps the general form for all
   * of them.
   */
  @Override
  public boolean always(Condition asked) {
    Condition condition = atSomeBatch(asked);
    if (isAlways(domain, condition)) {
      return true;
    }
    return condition.symbols().contains(symbol) && holdsForShadow(condition) && choose(condition);
  }

  /** Of the size in question nothing is taken for granted. */
  @Override
  public boolean grants(Condition condition) {
    return condition.symbols().contains(symbol)
        ? require(condition) == Answer.HOLDS
        : Decider.super.grants(condition);
  }

  @Override
  public boolean proves(Condition condition) {
    return isAlways(domain, condition);
  }

  @Override
  public boolean choose(Condition asked) {
    Condition condition = atSomeBatch(asked);
    watchBatch(condition);
    DomainDecider plain = new DomainDecider(domain);
    if (!condition.symbols().contains(symbol)) {
      return plain.choose(condition);
    }
    if (!isOfSeveral(condition)) {
      Verdict known = verdict(domain, condition);
      if (known == Verdict.ALWAYS || known == Verdict.NEVER) {
        return known == Verdict.ALWAYS;
      }
    }
    boolean way = plain.choose(atShadow(condition));
    Condition taken = way ? condition : condition.negate();
    elsewhere = elsewhere.union(solved(taken.negate()));
    SizeSet before = alike;
    keep(taken);
    if (isOfSeveral(taken) || !Domain.isPlain(taken)) { // not for all, or where divided by 0
      elsewhere = elsewhere.union(before.minus(alike));
    }
    return way;
  }

  /** In several symbols the sizes that meet it are found sooner than whether all do. */
  private boolean isOfSeveral(Condition condition) {
    return condition.symbols().size() > 1 && condition.symbols().contains(symbol);
  }

  private boolean holdsForShadow(Condition condition) {
    return isAlways(domain, atShadow(condition));
  }

  private void keep(Condition condition) {
    SizeSet met = solved(condition);
    Domain kept = met.equals(alike) ? domain : domain.with(symbol, met);
    alike = met;
    spend(met.ranges().size());
    if (condition.symbols().size() > 1 && !isAlways(kept, condition)) {
      // What small values of other sizes show is not proved for all of them.
      elsewhere = elsewhere.union(alike.minus(SizeSet.of(shadow)));
      alike = SizeSet.of(shadow);
      kept = domain.with(symbol, alike);
    }
    domain = kept;
    if (stopsAtShadow && isPinned()) {
      throw new Settled();
    }
  }

  private Condition atShadow(Condition condition) {
    return condition.with(Map.of(symbol, Dim.of(shadow)));
  }

  @Override
  public Explanation explain(Condition condition) {
    return Explanation.NONE;
  }
}
