package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Comparison;
import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import io.github.shapecheck.shape.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which values the free sizes may take: the batch {@code N} at least 2, others at least 1, unless
 * told otherwise.
 *
 * <p>{@link #decide} is exact for conditions in one symbol made of polynomials, floors by constants
 * and minima, whatever the size of the numbers, as long as the sizes repeat within 4,096 ({@code H
 * % 32 == 0} repeats within 32), and for conditions in several symbols that fall into such parts.
 * Others are proved where bounds, remainders and what is given suffice, or refuted by an example
 * that is sought among some dozens of sizes. {@code ALWAYS} and {@code NEVER} are proved, {@code
 * SOMETIMES} has an example of both; what is neither is {@code UNDECIDED}. All work is bounded.
 * Immutable but for what {@link #effort} counts, which is asked of a run's own domains alone; safe
 * for threads.
 */
public final class Domain {
  private static final Domain DEFAULT =
      new Domain(Values.USUAL, Map.of(), Condition.always(), Answers.none());
  private static final int MOST_RANGES = 2048;
  private static final int MOST_TRIED = 256;

  private final Values values;
  private final Map<String, Dim> equal;
  private final Condition rest;
  private final Answers answers;

  private Domain(Values values, Map<String, Dim> equal, Condition rest, Answers answers) {
    this.values = values;
    this.equal = equal;
    this.rest = rest;
    this.answers = answers;
  }

  /**
   * The domain in which nothing is known but that the batch {@code N} is at least 2 and other sizes
   * are at least 1.
   */
  public static Domain batch() {
    return DEFAULT;
  }

  /** The same for one run, whose {@link #effort} is counted. */
  public static Domain ofRun() {
    return new Domain(DEFAULT.values, DEFAULT.equal, DEFAULT.rest, DEFAULT.answers.ofRun());
  }

  /** What a run's questions to all its domains took so far, in polynomials solved. */
  public long effort() {
    return answers.effort().spent();
  }

  /** This domain, but with exactly these values for the symbol. */
  public Domain with(String symbol, SizeSet sizes) {
    return new Domain(values.with(symbol, sizes), equal, rest, answers.ofPart());
  }

  /**
   * This domain, restricted to where the condition holds; {@link ArithmeticException} if that takes
   * too many ranges to write down.
   */
  public Domain where(Condition condition) {
    Domain domain = this;
    for (Condition part : Clauses.parts(condition)) {
      domain = domain.restricted(domain.inTermsOfOthers(part));
    }
    for (String symbol : domain.values.sets().keySet()) {
      domain = domain.tried(symbol);
    }
    return domain;
  }

  /** The same, but what takes too many ranges is known as a condition only. */
  public Domain given(Condition condition) {
    Domain domain = this;
    for (Condition part : Clauses.parts(condition)) {
      try {
        domain = domain.where(part);
      } catch (ArithmeticException tooManyRanges) {
        domain = new Domain(domain.values, domain.equal, domain.rest.and(part), answers.ofPart());
      }
    }
    return domain;
  }

  /** Of a symbol with few values those that meet what is not solved for it. */
  private Domain tried(String symbol) {
    Condition open = unsolved(symbol);
    SizeSet sizes = values(symbol);
    long last = sizes.max().orElse(SizeRange.NO_END);
    if (open.equals(Condition.always()) || last - sizes.min().orElse(0L) > MOST_TRIED) {
      return this;
    }
    SizeSet kept = SizeSet.empty();
    for (Optional<Long> size = sizes.min(); size.isPresent(); size = sizes.next(size.get() + 1)) {
      if (open.test(Map.of(symbol, size.get()))) {
        kept = kept.union(SizeSet.of(size.get()));
      }
    }
    Condition others = Condition.always();
    for (Condition part : Clauses.parts(rest)) {
      others = part.symbols().equals(Set.of(symbol)) ? others : others.and(part);
    }
    return new Domain(values, equal, others, answers.ofPart()).with(symbol, kept);
  }

  private Domain restricted(Condition condition) {
    if (!condition.isKnown()) {
      return this;
    }
    Condition simple = new Simplification(values).reduce(condition);
    Set<String> symbols = simple.symbols();
    if (symbols.size() == 1) {
      String symbol = symbols.iterator().next();
      Solution solution = Roots.of(simple, symbol, answers.effort().part());
      return solution.complete()
          ? with(symbol, brief(solution.sizes().intersect(values(symbol))))
          : new Domain(values, equal, rest.and(simple), answers.ofPart());
    }
    if (simple instanceof Comparison c && c.relation() == Relation.EQ) {
      for (String symbol : symbols) {
        Optional<Dim> solution = Simplification.solution(c, symbol);
        if (solution.isPresent()) {
          return equated(symbol, solution.get());
        }
      }
    }
    return new Domain(values, equal, rest.and(simple), answers.ofPart());
  }

  private static SizeSet brief(SizeSet sizes) {
    if (sizes.ranges().size() > MOST_RANGES) {
      throw new ArithmeticException("it holds for too many ranges of sizes");
    }
    return sizes;
  }

  /** The symbol is the same as the solution, whose values must then be among the symbol's. */
  private Domain equated(String symbol, Dim solution) {
    Map<String, Dim> replaced = Map.of(symbol, solution);
    Map<String, Dim> changed = new LinkedHashMap<>();
    equal.forEach((name, dim) -> changed.put(name, dim.with(replaced)));
    changed.put(symbol, solution);
    Condition among =
        Membership.of(values(symbol), symbol).and(Condition.ge(Dim.symbol(symbol), Dim.of(1)));
    Domain domain =
        new Domain(
            values, Collections.unmodifiableMap(changed), Condition.always(), answers.ofPart());
    return domain.where(rest).where(among);
  }

  /**
   * Whether the condition is made of polynomials, floors by numbers and minima, which are solved
   * for a size exactly and quickly.
   */
  public static boolean isPlain(Condition condition) {
    return Solver.isPlain(condition);
  }

  /** The values of a symbol, as far as conditions on it alone say. */
  public SizeSet values(String symbol) {
    return values.of(symbol);
  }

  /**
   * The symbols whose values are not the usual ones, in the order in which they were restricted.
   */
  public Set<String> restrictedSymbols() {
    return Collections.unmodifiableSet(values.sets().keySet());
  }

  /** What is known to hold between several symbols, in the order of their names. */
  public Condition relations() {
    List<Condition> all = new ArrayList<>();
    equal.forEach((symbol, dim) -> all.add(Condition.eq(Dim.symbol(symbol), dim)));
    all.addAll(Clauses.parts(rest));
    all.replaceAll(c -> c instanceof Comparison comparison ? comparison.inOrder() : c);
    all.sort(Comparator.comparing(Domain::firstSymbol, Symbol::compareNames));
    return Compound.of(true, all);
  }

  private static Symbol firstSymbol(Condition condition) {
    return condition.symbols().stream()
        .map(Symbol::of)
        .min(Symbol::compareNames)
        .orElse(Symbol.of("N"));
  }

  /** What holds of a symbol by itself and is not solved: its values meet it or not. */
  public Condition unsolved(String symbol) {
    Condition unsolved = Condition.always();
    for (Condition part : Clauses.parts(rest)) {
      unsolved = part.symbols().equals(Set.of(symbol)) ? unsolved.and(part) : unsolved;
    }
    return unsolved;
  }

  /**
   * Whether no sizes at all are allowed; with conditions on several symbols, whether none were
   * found.
   */
  public boolean isEmpty() {
    return values.hasNone()
        || !rest.equals(Condition.always())
            && new Search(values, answers.effort().part()).find(rest).isEmpty();
  }

  /**
   * A condition that holds for the same sizes of this domain, without factors that are always
   * positive.
   */
  public Condition simplify(Condition condition) {
    return condition.isKnown()
        ? new Simplification(values).reduce(inTermsOfOthers(condition))
        : condition;
  }

  /** The same size in short: where 4 divides H, 4*floor(H/4) is H, and W is H where they agree. */
  public Dim simplify(Dim dim) {
    if (values.sets().isEmpty() && equal.isEmpty() || dim.isConstant() || !dim.isKnown()) {
      return dim;
    }
    Map<String, List<SizeRange>> ranges = new LinkedHashMap<>();
    values.sets().forEach((symbol, set) -> ranges.put(symbol, set.ranges()));
    try {
      Dim others = dim.with(equal);
      return new KnownRemainders(ranges).simplified(others.with(values.single(others.symbols())));
    } catch (ArithmeticException tooLarge) {
      return dim;
    }
  }

  /**
   * Whether the condition holds for all allowed sizes. A condition about an {@linkplain Dim#unknown
   * unknown} size counts as always held, as does any in an {@linkplain #isEmpty empty} domain.
   */
  public Answer decide(Condition condition) {
    if (condition instanceof Comparison c && c.left().isConstant() && c.right().isConstant()) {
      return Answer.of(c.relation().holds(Long.compare(c.left().value(), c.right().value())));
    }
    if (!condition.isKnown()) {
      return Answer.ALWAYS;
    }
    return answers.to(condition, () -> decided(condition));
  }

  private Answer decided(Condition condition) {
    Condition simple = new Simplification(values).reduce(values.pinned(inTermsOfOthers(condition)));
    return new Decision(values, equal, rest).answer(simple, condition.symbols());
  }

  Condition inTermsOfOthers(Condition condition) {
    try {
      return equal.isEmpty() ? condition : condition.with(equal);
    } catch (ArithmeticException tooLarge) {
      return condition;
    }
  }

  /**
   * The values of the symbol for which the condition holds. Exact if the symbol is the only one in
   * the condition; with others, the sizes for which it holds whatever the others are, as far as a
   * few values of each show.
   */
  public SizeSet solve(Condition condition, String symbol) {
    return solution(condition, symbol).sizes();
  }

  /** The same, with whether these are all of them. */
  public Solution solution(Condition condition, String symbol) {
    Condition simple = new Simplification(values).reduce(inTermsOfOthers(condition));
    Solution found = new Roots(values).forAll(simple, symbol, answers.effort().part());
    SizeSet own = values(symbol);
    try {
      return new Solution(found.sizes().intersect(own), found.complete());
    } catch (ArithmeticException tooMany) {
      SizeSet few = found.sizes().intersect(SizeSet.between(1, Roots.TRIED - 1));
      return new Solution(few.intersect(own), false);
    }
  }
}
