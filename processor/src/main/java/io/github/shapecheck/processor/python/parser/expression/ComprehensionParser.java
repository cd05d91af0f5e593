package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Comprehension.Clause;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Parses what stands behind the element of a comprehension. */
record ComprehensionParser(Tokens tokens, Expressions expressions) {
  /** Whether a clause comes next. */
  boolean follows() {
    Token next = tokens.peek();
    return next.isWord("for") || (next.isWord("async") && tokens.peekSecond().isWord("for"));
  }

  /** The clauses up to the closing bracket, behind an element that is already parsed. */
  List<Clause> clauses(Span opening) throws Unparsable {
    List<Clause> clauses = new ArrayList<>();
    int highest = expressions.height();
    while (follows()) {
      tokens.takeWord("async");
      tokens.next();
      Expression target = Targets.of(expressions.targets(), new LinkedHashSet<>());
      if (!tokens.takeWord("in")) {
        throw Complaint.missing("the 'in' of this 'for'", tokens.peek());
      }
      Expression iterable = expressions.disjunction();
      highest = Math.max(highest, expressions.height());
      List<Expression> conditions = new ArrayList<>();
      while (tokens.takeWord("if")) {
        conditions.add(expressions.disjunction());
        highest = Math.max(highest, expressions.height());
      }
      clauses.add(new Clause(target, iterable, List.copyOf(conditions)));
    }
    expressions.grow(highest, opening);
    return List.copyOf(clauses);
  }
}
