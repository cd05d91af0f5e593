package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.List;

/** Reads conditions from text. */
final class ConditionParser {
  private static final String[] SIGNS = {"==", "!=", "<=", ">=", "<", ">"};
  private static final Relation[] RELATIONS = {
    Relation.EQ, Relation.NE, Relation.LE, Relation.GE, Relation.LT, Relation.GT
  };

  private final Parser parser;
  private final Scanner scanner;

  private ConditionParser(String text) {
    this.parser = new Parser(text);
    this.scanner = parser.scanner;
  }

  static Condition parse(String text) {
    ConditionParser conditions = new ConditionParser(text);
    Condition condition = conditions.disjunction();
    conditions.parser.end();
    return condition;
  }

  private Condition disjunction() {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(conjunction());
    } while (scanner.take("or") || scanner.take("||"));
    return Compound.of(false, parts);
  }

  private Condition conjunction() {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(negation());
    } while (scanner.take("and") || scanner.take("&&"));
    return Compound.of(true, parts);
  }

  private Condition negation() {
    parser.enter();
    Condition condition;
    if (scanner.take("not") || scanner.take("!")) {
      condition = negation().negate();
    } else if (scanner.opensCondition()) {
      scanner.expect("(");
      condition = disjunction();
      scanner.expect(")");
    } else {
      condition = comparison();
    }
    parser.leave();
    return condition;
  }

  private Condition comparison() {
    List<Condition> chain = new ArrayList<>();
    Dim left = parser.sum();
    do {
      Relation relation = relation();
      Dim right = parser.sum();
      chain.add(Condition.of(left, relation, right));
      left = right;
    } while (scanner.comesSign());
    return Compound.of(true, chain);
  }

  private Relation relation() {
    for (int i = 0; i < SIGNS.length; i++) {
      if (scanner.take(SIGNS[i])) {
        return RELATIONS[i];
      }
    }
    throw scanner.error("expected a comparison such as == or >=");
  }
}
