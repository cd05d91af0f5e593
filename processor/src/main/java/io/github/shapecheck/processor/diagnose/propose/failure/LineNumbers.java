package io.github.shapecheck.processor.diagnose.propose.failure;

import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Subexpressions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The numbers of the line where a problem stands. */
public final class LineNumbers {
  private LineNumbers() {}

  /** The single ones, one of which may be what the user meant elsewhere. */
  static List<Long> single(Model model, Place place) {
    return LineEditing.at(model, place).stream()
        .flatMap(line -> of(line, place.line()).stream())
        .filter(Expression.IntLiteral.class::isInstance)
        .map(number -> ((Expression.IntLiteral) number).value())
        .toList();
  }

  /** Numbers and products of nothing but numbers, the latter as a whole. */
  public static List<Expression> of(LineEditing line, int where) {
    List<Expression> numbers = new ArrayList<>();
    Set<Expression> parts = new LinkedHashSet<>();
    for (Expression expression : line.expressions(where)) {
      if (isProduct(expression)
          && !parts.contains(expression)
          && line.isOneLine(expression.span())) {
        parts.addAll(Subexpressions.of(expression));
        numbers.add(expression);
      }
    }
    return numbers;
  }

  private static boolean isProduct(Expression expression) {
    return expression instanceof Expression.IntLiteral
        || expression instanceof Expression.Binary binary
            && binary.operator() == BinaryOperator.MULTIPLY
            && isProduct(binary.left())
            && isProduct(binary.right());
  }
}
