package io.github.shapecheck.processor.operation;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;

/** What axes are called in messages. */
public final class Axes {
  private static final String[][] NAMES = {
    {}, {"length"}, {"height", "width"}, {"depth", "height", "width"}
  };

  private Axes() {}

  /** The name of a spatial axis of a map that has so many of them. */
  public static String name(int axis, int count) {
    return count < NAMES.length ? NAMES[count][axis] : "axis " + axis;
  }

  /** How many there are of something, as {@code 1 channel} or {@code 3 channels}. */
  public static String count(Dim number, String thing) {
    return number + " " + thing + (number.equals(Dim.of(1)) ? "" : "s");
  }

  /** How many axes a shape has and which, as {@code 2 axes, [N, 4]}. */
  public static String of(Shape shape) {
    return shape.rank() + (shape.rank() == 1 ? " axis, " : " axes, ") + shape;
  }
}
