package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Comparison;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The values of a symbol that are allowed together with some value of another. */
public record Projection(Domain domain, String symbol) {
  private static final int FEW = 32;
  private static final int FURTHER = 16;
  private static final long MOST = 256;
  private static final int MOST_TERMS = 200;
  private static final double MOST_EFFORT = 20_000_000;

  /** Values that go with some other value, as far as that is solved. */
  public Solution solution() {
    try {
      return solved();
    } catch (ArithmeticException tooManyRanges) {
      return new Solution(SizeSet.empty(), false);
    }
  }

  private Solution solved() {
    SizeSet own = domain.values(symbol);
    Condition relations = relations();
    Set<String> others = others(relations);
    if (others.size() != 1) {
      return new Solution(own, relations.symbols().isEmpty() || others.size() > 1);
    }
    if (TermCount.of(relations) > MOST_TERMS) {
      return new Solution(SizeSet.empty(), false);
    }
    String other = others.iterator().next();
    SizeSet values = domain.values(other);
    Condition all =
        relations.and(Membership.of(values, other)).and(Condition.ge(Dim.symbol(other), Dim.of(1)));
    Optional<Dim> best = best(relations, other, values);
    boolean few = values.next(values.min().orElse(0L) + FEW).isEmpty();
    Solution found = new Solution(SizeSet.empty(), best.isPresent() || few);
    for (Dim partner : best.map(List::of).orElseGet(() -> partners(relations, other, values))) {
      Condition one = all.with(Map.of(other, partner));
      found = found.union(Domain.batch().with(symbol, own).solution(one, symbol));
    }
    return new Solution(found.sizes(), found.complete() || found.sizes().equals(own));
  }

  /** The smallest others, and those at the edges of linear conditions. */
  private static List<Dim> partners(Condition relations, String other, SizeSet values) {
    List<Dim> partners = new ArrayList<>();
    for (long i = values.min().orElse(0L), end = i + FEW; i < end; i++) {
      partners.add(Dim.of(i));
    }
    for (Condition part : Clauses.parts(relations)) {
      edge(part, other).ifPresent(edge -> partners.addAll(List.of(edge.at(), edge.at().plus(1))));
    }
    return partners;
  }

  /** Up to where values are tried, fewer for long conditions. */
  public long reach() {
    double terms = Math.max(1, TermCount.of(relations()));
    return Math.min(MOST, (long) Math.sqrt(MOST_EFFORT / FURTHER / terms) + 1);
  }

  /** Those up to {@link #reach} that go with some other value, tried some times as far. */
  public SizeSet tried() {
    Condition relations = relations();
    Set<String> others = others(relations);
    long most = reach();
    SizeSet met = SizeSet.empty();
    for (long size = 1; size <= most; size++) {
      boolean meets = domain.values(symbol).contains(size) && others.size() <= 1;
      met = meets && isMet(relations, others, size, most) ? met.union(SizeSet.of(size)) : met;
    }
    return met;
  }

  private boolean isMet(Condition relations, Set<String> others, long size, long most) {
    if (others.isEmpty()) {
      return holds(relations, Map.of(symbol, size));
    }
    String other = others.iterator().next();
    for (long partner = 1; partner <= FURTHER * most; partner++) {
      if (domain.values(other).contains(partner)
          && holds(relations, Map.of(symbol, size, other, partner))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Condition condition, Map<String, Long> sizes) {
    try {
      return condition.test(sizes);
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  /** What is known of the symbol, alone and with others. */
  private Condition relations() {
    Condition relations = Condition.always();
    for (Condition part : Clauses.parts(domain.relations())) {
      relations = part.symbols().contains(symbol) ? relations.and(part) : relations;
    }
    return relations;
  }

  private Set<String> others(Condition relations) {
    Set<String> others = new TreeSet<>(relations.symbols());
    others.remove(symbol);
    return others;
  }

  /** The one other value that an equation leaves, or that is the best for the only inequality. */
  private static Optional<Dim> best(Condition relations, String other, SizeSet values) {
    List<Condition> parts = Clauses.parts(relations);
    for (Condition part : parts) {
      Optional<Edge> edge = edge(part, other);
      Relation relation = edge.isPresent() ? ((Comparison) part).relation() : Relation.NE;
      if (relation == Relation.EQ) {
        return edge.map(Edge::at);
      }
      if (parts.size() == 1 && relation != Relation.NE) {
        boolean up = relation == Relation.GE || relation == Relation.GT;
        boolean rising = edge.map(Edge::rising).orElse(false);
        return (up == rising ? values.max() : values.min()).map(Dim::of);
      }
    }
    return Optional.empty();
  }

  /** Where both sides of a comparison that is linear in a symbol are equal, rounded down. */
  private record Edge(Dim at, boolean rising) {}

  private static Optional<Edge> edge(Condition condition, String symbol) {
    if (!(condition instanceof Comparison c) || c.difference().isEmpty()) {
      return Optional.empty();
    }
    Dim difference = c.difference().get();
    Dim one = difference.with(Map.of(symbol, Dim.of(1))); // 0 may be divided by
    Dim slope = difference.with(Map.of(symbol, Dim.of(2))).minus(one);
    Dim rest = one.minus(slope);
    boolean linear =
        slope.isConstant()
            && slope.value() != 0
            && difference.equals(rest.plus(Dim.symbol(symbol).times(slope)));
    long direction = linear && slope.value() < 0 ? 1 : -1;
    return linear
        ? Optional.of(
            new Edge(rest.times(direction).floorDiv(Math.abs(slope.value())), direction < 0))
        : Optional.empty();
  }
}
