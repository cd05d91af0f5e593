package io.github.shapecheck.processor.op;

/** What the spatial axes are called in messages. */
final class Axes {
  private static final String[][] NAMES = {
    {}, {"length"}, {"height", "width"}, {"depth", "height", "width"}
  };

  private Axes() {}

  /** The name of a spatial axis of a map that has so many of them. */
  static String name(int axis, int count) {
    return count < NAMES.length ? NAMES[count][axis] : "axis " + axis;
  }
}
