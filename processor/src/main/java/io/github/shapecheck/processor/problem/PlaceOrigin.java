package io.github.shapecheck.processor.problem;

/** A stretch of a text as the origin of what stands there. */
public record PlaceOrigin(Place place) implements Origin {
  @Override
  public boolean hasSource() {
    return place.origin().hasSource();
  }
}
