package io.github.shapecheck.processor.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where a problem stands: a declaration and, for the forward pass, a stretch of one of its lines.
 *
 * @param line the line of the forward text, from 1, or 0 outside it
 * @param start the first column of the stretch, from 0
 * @param end the column after it
 */
public record Place(Origin origin, int line, int start, int end) {
  /** The place of nothing that a source holds. */
  public static final Place NONE = of(Origin.NONE);

  /** The place of a declaration. */
  public static Place of(Origin origin) {
    return origin instanceof PlaceOrigin exact ? exact.place() : new Place(origin, 0, 0, 0);
  }

  // Written out: a record's own are linked at first use, tens of milliseconds of a short build.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place place
        && line == place.line
        && start == place.start
        && end == place.end
        && origin.equals(place.origin);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * origin.hashCode() + line) + start;
  }

  /** Whether the problem stands in a line of the forward pass. */
  public boolean inForward() {
    return line > 0;
  }
}
