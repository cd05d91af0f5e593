package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.parser.token.Dialect;
import java.util.List;
import java.util.Set;

/**
 * What a parser knows of the text around it.
 *
 * @param known the names that have a value so far, growing as statements are parsed
 */
public record Context(Dialect dialect, List<String> lines, Set<String> known) {

  public boolean isForward() {
    return dialect == Dialect.FORWARD;
  }
}
