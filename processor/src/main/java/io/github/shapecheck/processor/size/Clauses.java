package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import java.util.ArrayList;
import java.util.List;

/** The ways to meet a condition: conjunctions of which one must hold. */
final class Clauses {
  private static final int MOST = 64;

  private Clauses() {}

  /** The condition as alternatives, each a comparison or a conjunction of comparisons. */
  static List<Condition> of(Condition condition) {
    if (!(condition instanceof Compound junction)) {
      return List.of(condition);
    }
    List<Condition> ways = new ArrayList<>();
    if (!junction.isConjunction()) {
      junction.parts().forEach(part -> ways.addAll(of(part)));
      return ways;
    }
    ways.add(Condition.always());
    for (Condition part : junction.parts()) {
      List<Condition> longer = new ArrayList<>();
      for (Condition way : ways) {
        of(part).forEach(own -> longer.add(way.and(own)));
      }
      if (longer.size() > MOST) {
        throw new ArithmeticException("too many cases");
      }
      ways.clear();
      ways.addAll(longer);
    }
    return ways;
  }

  /** The parts of a conjunction, or the one condition. */
  static List<Condition> parts(Condition condition) {
    return condition instanceof Compound junction && junction.isConjunction()
        ? junction.parts()
        : List.of(condition);
  }
}
