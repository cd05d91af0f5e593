package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds for which sizes of a domain a condition holds: proved, or by an example of each side. */
final class Decision {
  private final Domain domain;
  private final Condition condition;

  Decision(Domain domain, Condition condition) {
    this.domain = domain;
    this.condition = condition;
  }

  Answer answer() {
    Condition simple = new Reduction(domain).reduce(domain.inTermsOfOthers(condition));
    if (simple instanceof Compound j && j.parts().isEmpty()) {
      return Answer.of(j.isConjunction());
    }
    if (domain.hasNoValues()) {
      return Answer.ALWAYS;
    }
    Condition given = related(simple.symbols());
    boolean hard = simple.symbols().size() > 1 || !given.symbols().isEmpty();
    if (hard && Proof.holds(simple, domain, given)) {
      return Answer.ALWAYS;
    }
    Search search = new Search(domain);
    Optional<Map<String, Long>> counterexample = search.find(given.and(simple.negate()));
    if (counterexample.isEmpty()
        && (search.isExhaustive() || !hard && Proof.holds(simple, domain, given))) {
      return Answer.ALWAYS;
    }
    search = new Search(domain);
    Optional<Map<String, Long>> witness = search.find(given.and(simple));
    if (witness.isEmpty()
        && (search.isExhaustive() || Proof.holds(simple.negate(), domain, given))) {
      return Answer.NEVER;
    }
    Set<String> named = condition.symbols();
    boolean both = witness.isPresent() && counterexample.isPresent();
    return new Answer(
        both ? Answer.Verdict.SOMETIMES : Answer.Verdict.UNDECIDED,
        witness.map(sizes -> complete(sizes, named)).orElse(Map.of()),
        counterexample.map(sizes -> complete(sizes, named)).orElse(Map.of()),
        simple);
  }

  /** What is known of these symbols together with others. */
  private Condition related(Set<String> symbols) {
    Set<String> reached = new LinkedHashSet<>(symbols);
    Condition related = Condition.always();
    List<Condition> left = new ArrayList<>(Clauses.parts(domain.rest()));
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
            Optional.ofNullable(domain.equal().get(name))
                .ifPresent(dim -> missing.addAll(dim.symbols())));
    for (String name : missing) {
      if (!domain.equal().containsKey(name)) {
        sizes.putIfAbsent(name, domain.values(name).min().orElse(1L));
      }
    }
    for (String name : named) {
      if (domain.equal().containsKey(name)) {
        sizes.put(name, domain.equal().get(name).at(sizes));
      }
    }
    sizes.keySet().retainAll(named);
    return sizes;
  }
}
