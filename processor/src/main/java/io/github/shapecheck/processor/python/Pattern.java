package io.github.shapecheck.processor.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@code case} of a {@code match} statement looks for. */
public sealed interface Pattern {

  Span span();

  /** {@code 3}, {@code "max"} or {@code Color.RED}: equal to it; a constant: the very same. */
  record Literal(Expression value, Span span) implements Pattern {}

  /**
   * {@code name}, {@code _} or {@code pattern as name}.
   *
   * @param pattern what must match too, if anything
   * @param name what gets the value; null for {@code _}
   */
  record Capture(@Nullable Pattern pattern, @Nullable String name, Span span) implements Pattern {}

  /** {@code [a, *rest]} or {@code (a, b)}; at most one item is a {@link Star}. */
  record Sequence(List<Pattern> items, Span span) implements Pattern {}

  /**
   * {@code *name}, in a sequence.
   *
   * @param name null for {@code *_}
   */
  record Star(@Nullable String name, Span span) implements Pattern {}

  /**
   * {@code {"key": pattern, **rest}}.
   *
   * @param rest what gets the other entries, if anything
   */
  record Mapping(List<Entry> entries, @Nullable String rest, Span span) implements Pattern {
    /** {@code key: pattern}. */
    public record Entry(Expression key, Pattern pattern) {}
  }

  /** {@code Point(1, y=b)}. */
  record Instance(Expression type, List<Pattern> positional, List<Keyword> keywords, Span span)
      implements Pattern {
    /** {@code name=pattern}. */
    public record Keyword(String name, Pattern pattern) {}
  }

  /** {@code a | b}; two or more, the first that matches counts. */
  record Either(List<Pattern> alternatives, Span span) implements Pattern {}
}
