package io.github.shapecheck.processor.python;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a {@code def} or a {@code lambda}; annotations are read over.
 *
 * @param name without its stars
 * @param fallback its default, if it has one
 */
public record Parameter(String name, Kind kind, @Nullable Expression fallback, Span span) {

  /** Which arguments it takes, as in Python's {@code inspect}; in a list in this order. */
  public enum Kind {
    /** Stands in front of a {@code /}. */
    POSITIONAL_ONLY,
    POSITIONAL_OR_KEYWORD,
    /** {@code *args}. */
    VAR_POSITIONAL,
    /** Stands behind a {@code *} or {@code *args}. */
    KEYWORD_ONLY,
    /** {@code **kwargs}. */
    VAR_KEYWORD
  }
}
