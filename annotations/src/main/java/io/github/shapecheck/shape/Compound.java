package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** A conjunction or a disjunction; the empty ones are true and false. */
public final class Compound extends Condition {
  static final Compound TRUE = new Compound(true, List.of());
  static final Compound FALSE = new Compound(false, List.of());

  final boolean conjunction;
  final List<Condition> parts;

  private Compound(boolean conjunction, List<Condition> parts) {
    this.conjunction = conjunction;
    this.parts = parts;
  }

  /** The parts joined, as far as they are not the same or decide the whole. */
  public static Condition of(boolean conjunction, List<Condition> parts) {
    List<Condition> flat = new ArrayList<>();
    for (Condition part : parts) {
      if (part instanceof Compound j && j.conjunction == conjunction) {
        flat.addAll(j.parts);
      } else if (part instanceof Compound j && j.parts.isEmpty()) {
        return part;
      } else {
        flat.add(part);
      }
    }
    List<Condition> distinct = List.copyOf(new LinkedHashSet<>(flat));
    if (distinct.isEmpty()) {
      return conjunction ? TRUE : FALSE;
    }
    return distinct.size() == 1 ? distinct.get(0) : new Compound(conjunction, distinct);
  }

  /** Whether all parts must hold; else one must. */
  public boolean isConjunction() {
    return conjunction;
  }

  /** The parts, unmodifiable. */
  public List<Condition> parts() {
    return parts;
  }

  @Override
  public Condition negate() {
    return of(!conjunction, parts.stream().map(Condition::negate).toList());
  }

  @Override
  public Condition with(Map<String, Dim> replacements) {
    return of(conjunction, parts.stream().map(part -> part.with(replacements)).toList());
  }

  @Override
  public boolean isKnown() {
    return parts.stream().allMatch(Condition::isKnown);
  }

  @Override
  boolean test(Assignment sizes) {
    for (Condition part : parts) {
      if (part.test(sizes) != conjunction) {
        return !conjunction;
      }
    }
    return conjunction;
  }

  @Override
  void collect(Set<String> names) {
    parts.forEach(part -> part.collect(names));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Compound j && conjunction == j.conjunction && parts.equals(j.parts);
  }

  @Override
  public int hashCode() {
    return 31 * parts.hashCode() + Boolean.hashCode(conjunction);
  }

  /** The parts joined by the word; {@code 0 == 0} and {@code 0 != 0} for the empty ones. */
  @Override
  public String toString() {
    if (parts.isEmpty()) {
      return conjunction ? "0 == 0" : "0 != 0";
    }
    StringJoiner joiner = new StringJoiner(conjunction ? " and " : " or ");
    for (Condition part : parts) {
      joiner.add(conjunction && part instanceof Compound ? "(" + part + ")" : part.toString());
    }
    return joiner.toString();
  }
}
