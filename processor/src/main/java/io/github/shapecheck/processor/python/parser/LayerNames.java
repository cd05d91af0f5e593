package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.parser.token.Keyword;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a forward pass of names alone, as most are, for which no parser need be loaded. */
public final class LayerNames {
  private LayerNames() {}

  /** The statements, or null where a line is anything else. */
  static @Nullable List<Statement> read(List<String> lines) {
    List<Statement> statements = new ArrayList<>();
    for (String line : lines) {
      if (!isName(line) || Keyword.isReserved(line) || isConstant(line)) {
        return null;
      }
      Span span = Span.of(statements.size() + 1, 0, line.length());
      statements.add(new Statement.ExpressionStatement(new Expression.Name(line, span), span));
    }
    return statements;
  }

  /** Whether a text is one word of plain letters, be it reserved. */
  public static boolean isName(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !line.isEmpty();
  }

  private static boolean isConstant(String word) {
    return word.equals("True") || word.equals("False") || word.equals("None");
  }
}
