package io.github.shapecheck.shape;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may hold of sizes: comparisons of {@link Dim}s, joined by {@code and} and {@code or}.
 * Immutable; equal if built the same way. Here they are evaluated at numbers; the processor decides
 * whether one holds for all sizes.
 */
public abstract sealed class Condition permits Comparison, Compound {

  Condition() {}

  /** The comparison. */
  public static Condition of(Dim left, Relation relation, Dim right) {
    return new Comparison(left, relation, right);
  }

  /** {@code left == right}. */
  public static Condition eq(Dim left, Dim right) {
    return of(left, Relation.EQ, right);
  }

  /** {@code left != right}. */
  public static Condition ne(Dim left, Dim right) {
    return of(left, Relation.NE, right);
  }

  /** {@code left < right}. */
  public static Condition lt(Dim left, Dim right) {
    return of(left, Relation.LT, right);
  }

  /** {@code left <= right}. */
  public static Condition le(Dim left, Dim right) {
    return of(left, Relation.LE, right);
  }

  /** {@code left > right}. */
  public static Condition gt(Dim left, Dim right) {
    return of(left, Relation.GT, right);
  }

  /** {@code left >= right}. */
  public static Condition ge(Dim left, Dim right) {
    return of(left, Relation.GE, right);
  }

  /** What always holds. */
  public static Condition always() {
    return Compound.TRUE;
  }

  /** What never holds. */
  public static Condition never() {
    return Compound.FALSE;
  }

  /** That {@code dividend} is a multiple of {@code divisor}. */
  public static Condition divides(Dim divisor, Dim dividend) {
    return eq(dividend.mod(divisor), Dim.of(0));
  }

  /**
   * Reads comparisons of sizes as in {@link Dim#parse}, chained ones too, joined by {@code and},
   * {@code or}, {@code not} and parentheses: {@code H % 32 == 0 and 64 <= H < 512}.
   *
   * @throws IllegalArgumentException if the text is no condition
   * @throws ArithmeticException if its numbers are too large or it divides by zero
   */
  public static Condition parse(String text) {
    return ConditionParser.parse(text);
  }

  /** That both hold. */
  public final Condition and(Condition other) {
    return Compound.of(true, List.of(this, other));
  }

  /** That at least one holds. */
  public final Condition or(Condition other) {
    return Compound.of(false, List.of(this, other));
  }

  /** That this does not hold. */
  public abstract Condition negate();

  /**
   * Whether it holds for these sizes.
   *
   * @throws IllegalArgumentException if a symbol has no value
   * @throws ArithmeticException if a value does not fit a long or a divisor is zero
   */
  public final boolean test(Map<String, Long> sizes) {
    return test(Assignment.of(sizes));
  }

  /** The condition with Dims put for symbols; see {@link Dim#with}. */
  public abstract Condition with(Map<String, Dim> replacements);

  /** Whether it is about no {@linkplain Dim#unknown unknown} size. */
  public abstract boolean isKnown();

  /** The parts of which at least one must hold: those of a disjunction, else only this. */
  public final List<Condition> alternatives() {
    return this instanceof Compound j && !j.conjunction ? j.parts : List.of(this);
  }

  /** The names of the free sizes in it. */
  public final Set<String> symbols() {
    Set<String> names = new LinkedHashSet<>();
    collect(names);
    return names;
  }

  abstract boolean test(Assignment sizes);

  abstract void collect(Set<String> names);
}
