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
 * @param caller the place of whoever calls the library, null for other texts
 */
public record Source(Origin origin, @Nullable List<String> lines, @Nullable Place caller) {
  /** Python's own library: whatever goes wrong in it is where it was called. */
  public static final Source LIBRARY = new Source(Origin.NONE, null, Place.NONE);

  /** A text of the user's. */
  public Source(Origin origin, @Nullable List<String> lines) {
    this(origin, lines, null);
  }

  /** Whether it is a text of the library's. */
  public boolean isLibrary() {
    return caller != null;
  }

  /** The same while it is called from a place. */
  public Source calledFrom(Place place) {
    return isLibrary() ? new Source(place.origin(), null, place) : this;
  }

  /** The place of a stretch of the text. */
  public Place place(Span span) {
    if (caller != null) {
      return caller;
    }
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
