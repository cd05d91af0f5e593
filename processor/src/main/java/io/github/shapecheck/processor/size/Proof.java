package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Comparison;
import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Minimum;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Remainder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a condition in several symbols holds for all sizes of a domain: by the bounds of its
 * terms, by what is given, and for each remainder by the periods of its floors. What it says is
 * true; what it does not say may be true, too.
 */
final class Proof {
  private static final int MOST_CASES = 4096;
  private static final int MOST_MINIMA = 6;

  /** Of more inequalities than these no two are taken together. */
  private static final int MOST_PAIRED = 60;

  private final Values values;
  private final List<Comparison> given;
  private @Nullable List<Dim> bounds;

  private Proof(Values values, List<Comparison> given) {
    this.values = values;
    this.given = given.stream().filter(fact -> fact.difference().isPresent()).toList();
  }

  /** Whether the condition is proved, all of {@code given} taken for true. */
  static boolean holds(Condition condition, Values values, Condition given) {
    try {
      for (Condition way : Clauses.of(given)) {
        List<Comparison> facts = new ArrayList<>();
        Clauses.parts(way).forEach(part -> facts.add((Comparison) part));
        if (!new Proof(values, facts).byCases(condition)) {
          return false;
        }
      }
      return true;
    } catch (ArithmeticException tooLarge) {
      return false;
    }
  }

  private boolean byCases(Condition goal) {
    if (proved(goal)) {
      return true;
    }
    Residues residues = Residues.ofRanges(goal, values);
    return residues.count() <= MOST_CASES
        && residues.all(
            (numbers, inner) ->
                with(numbers, inner).byPeriods(goal.with(numbers), residues.count()));
  }

  private boolean byPeriods(Condition goal, long cases) {
    if (proved(goal)) {
      return true;
    }
    Residues residues = Residues.ofPeriods(goal, values);
    return residues.count() > 1
        && residues.count() * cases <= MOST_CASES
        && residues.all((numbers, inner) -> with(numbers, inner).proved(goal.with(numbers)));
  }

  private Proof with(Map<String, Dim> numbers, Values inner) {
    List<Comparison> facts = new ArrayList<>();
    given.forEach(fact -> facts.add((Comparison) fact.with(numbers)));
    return new Proof(inner, facts);
  }

  private boolean proved(Condition goal) {
    if (goal instanceof Compound junction) {
      return junction.isConjunction()
          ? junction.parts().stream().allMatch(this::proved)
          : junction.parts().stream().anyMatch(this::proved);
    }
    Comparison comparison = (Comparison) goal;
    if (isMultiple(comparison)) {
      return true;
    }
    Dim difference = comparison.left().minus(comparison.right());
    for (Comparison fact : given) {
      if (fact.relation() == Relation.EQ && !fact.difference().orElseThrow().isConstant()) {
        Optional<Rewriting> rewriting = Rewriting.of(fact.difference().orElseThrow());
        difference = rewriting.isPresent() ? rewriting.get().apply(difference) : difference;
      }
    }
    return proved(difference, comparison.relation(), MOST_MINIMA);
  }

  private boolean proved(Dim difference, Relation relation, int depth) {
    Condition reduced =
        new Simplification(values).reduce(Condition.of(difference, relation, Dim.of(0)));
    if (reduced instanceof Compound junction) {
      return junction.isConjunction();
    }
    Optional<Minimum> minimum = Solver.innermost(difference);
    if (minimum.isPresent()) {
      return depth > 0 && bySign(difference, relation, minimum.get(), depth - 1);
    }
    return switch (relation) {
      case GE -> follows(difference);
      case GT -> follows(difference.minus(1));
      case LE -> follows(difference.negate());
      case LT -> follows(difference.negate().minus(1));
      case EQ ->
          isGiven(difference, relation)
              || !given.isEmpty() && follows(difference) && follows(difference.negate());
      case NE ->
          isGiven(difference, relation)
              || follows(difference.minus(1))
              || follows(difference.negate().minus(1));
    };
  }

  /** Whether a remainder of 0 follows from one that is given: 7 divides N*X where it divides X. */
  private boolean isMultiple(Comparison goal) {
    Optional<Remainder> wanted = Remainder.of(goal).filter(r -> r.relation() == Relation.EQ);
    if (wanted.isEmpty()) {
      return false;
    }
    long divisor = wanted.get().divisor();
    for (Comparison fact : given) {
      Optional<Remainder> known = Remainder.of(fact).filter(r -> r.relation() == Relation.EQ);
      if (known.isPresent() && known.get().divisor() % divisor == 0) {
        for (int i = -1; i <= 1; i++) {
          Dim factor = known.get().rest().plus(i * known.get().divisor());
          for (int j = -1; j <= 1 && !factor.isConstant(); j++) {
            if (wanted.get().rest().plus(j * divisor).dividedBy(factor).isPresent()) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private boolean isGiven(Dim difference, Relation relation) {
    Dim wanted = primitive(difference);
    for (Comparison fact : given) {
      Dim known = primitive(fact.difference().orElseThrow());
      if (fact.relation() == relation && (known.equals(wanted) || known.equals(wanted.negate()))) {
        return true;
      }
    }
    return false;
  }

  private static Dim primitive(Dim dim) {
    return dim.dividedBy(Dim.of(dim.content())).orElse(dim);
  }

  private boolean bySign(Dim difference, Relation relation, Minimum minimum, int depth) {
    Dim argument = minimum.argument();
    Condition above = Condition.ge(argument, Dim.of(0));
    for (Condition sign : new Condition[] {above, above.negate()}) {
      Dim value = sign == above ? Dim.of(0) : argument;
      Dim branch =
          difference.replace(a -> a.equals(minimum) ? Optional.of(value) : Optional.empty());
      List<Comparison> facts = new ArrayList<>(given);
      facts.add((Comparison) sign);
      if (!new Proof(values, facts).proved(branch, relation, depth)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the size is never negative, as bounds say, or some given inequalities and bounds. */
  private boolean follows(Dim size) {
    if (isNeverNegative(size)) {
      return true;
    }
    List<Dim> known = bounds();
    for (int i = 0; i < known.size(); i++) {
      Dim rest = size.minus(known.get(i));
      if (isNeverNegative(rest)) {
        return true;
      }
      for (int j = i; j < known.size() && known.size() <= MOST_PAIRED; j++) {
        if (isNeverNegative(rest.minus(known.get(j)))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNeverNegative(Dim size) {
    return Intervals.sharp(size, values).min() >= 0;
  }

  /** What is never negative, as the given inequalities say. */
  private List<Dim> bounds() {
    if (bounds == null) {
      bounds =
          given.stream().map(Proof::bound).filter(bound -> !bound.isConstant()).distinct().toList();
    }
    return bounds;
  }

  private static Dim bound(Comparison fact) {
    Dim difference = fact.difference().orElseThrow();
    return switch (fact.relation()) {
      case GE, EQ -> difference;
      case GT -> difference.minus(1);
      case LE -> difference.negate();
      case LT -> difference.negate().minus(1);
      case NE -> Dim.of(0);
    };
  }
}
