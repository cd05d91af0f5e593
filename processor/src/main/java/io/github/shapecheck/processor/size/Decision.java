package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds for which sizes of a domain a condition holds: proved, or by an example of each side.
 *
 * @param equal the sizes that are what others say
 * @param rest what is known of several sizes together and is not an equation for one of them
 */
record Decision(Values values, Map<String, Dim> equal, Condition rest) {
  /** For a condition in its simplest form, with the sizes that an example has to name. */
  Answer answer(Condition simple, Set<String> named) {
    if (simple instanceof Compound j && j.parts().isEmpty()) {
      return Answer.of(j.isConjunction());
    }
    if (values.hasNone()) {
      return Answer.ALWAYS;
    }
    Condition given = related(simple.symbols());
    boolean hard = simple.symbols().size() > 1 || !given.symbols().isEmpty();
    if (hard && Proof.holds(simple, values, given)) {
      return Answer.ALWAYS;
    }
    Effort against = new Effort();
    Search search = new Search(values, against);
    Optional<Map<String, Long>> counterexample = search.find(given.and(simple.negate()));
    if (counterexample.isEmpty()
        && (search.isExhaustive() || !hard && Proof.holds(simple, values, given))) {
      return Answer.of(true, against.spent());
    }
    Effort inFavour = new Effort();
    search = new Search(values, inFavour);
    Optional<Map<String, Long>> witness = search.find(given.and(simple));
    if (witness.isEmpty()
        && (search.isExhaustive() || Proof.holds(simple.negate(), values, given))) {
      return Answer.of(false, against.spent() + inFavour.spent());
    }
    boolean both = witness.isPresent() && counterexample.isPresent();
    return new Answer(
        both ? Answer.Verdict.SOMETIMES : Answer.Verdict.UNDECIDED,
        witness.map(sizes -> complete(sizes, named)).orElse(Map.of()),
        counterexample.map(sizes -> complete(sizes, named)).orElse(Map.of()),
        against.spent() + inFavour.spent());
  }

  /** What is known of these symbols together with others. */
  private Condition related(Set<String> symbols) {
    Set<String> reached = new LinkedHashSet<>(symbols);
    Condition related = Condition.always();
    List<Condition> left = new ArrayList<>(Clauses.parts(rest));
    for (int i = 0; i < left.size(); ) {
      Condition part = left.get(i);
      if (Collections.disjoint(part.symbols(), reached)) {
        i++;
      } else {
        related = related.and(part);
        reached.addAll(part.symbols());
        left.remove(i);
        i = 0;
      }
    }
    return related;
  }

  /** Values for the named symbols too that did not matter or that others determine. */
  private Map<String, Long> complete(Map<String, Long> found, Set<String> named) {
    Map<String, Long> sizes = new LinkedHashMap<>(found);
    List<String> missing = new ArrayList<>(named);
    named.forEach(
        name ->
            Optional.ofNullable(equal.get(name)).ifPresent(dim -> missing.addAll(dim.symbols())));
    for (String name : missing) {
      if (!equal.containsKey(name)) {
        sizes.putIfAbsent(name, values.of(name).min().orElse(1L));
      }
    }
    for (String name : named) {
      if (equal.containsKey(name)) {
        sizes.put(name, equal.get(name).at(sizes));
      }
    }
    sizes.keySet().retainAll(named);
    return sizes;
  }
}
