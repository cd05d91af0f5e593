package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.python.Substatements;
import java.util.List;
import java.util.function.Consumer;

/** All expressions that statements read. */
final class Expressions {
  private Expressions() {}

  /** Shows every expression, outer ones first, those in functions in the statements too. */
  static void in(List<Statement> statements, Consumer<Expression> visitor) {
    Substatements.of(statements).forEach(statement -> of(statement, visitor));
  }

  /** Shows every expression of a statement itself. */
  static void of(Statement statement, Consumer<Expression> visitor) {
    for (Expression read : Substatements.read(statement)) {
      Subexpressions.of(read).forEach(visitor);
    }
  }
}
