package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that is evaluated.
 *
 * @param origin what the text stands in
 * @param lines the text, null where it is one value without lines, such as {@code with}
 */
public record Source(Origin origin, @Nullable List<String> lines) {

  /** The place of a stretch of the text. */
  public Place place(Span span) {
    if (lines == null) {
      return Place.of(origin);
    }
    int end =
        span.lastLine() == span.line() || span.line() > lines.size()
            ? span.end()
            : lines.get(span.line() - 1).length();
    return new Place(origin, span.line(), span.start(), Math.max(end, span.start()));
  }
}
