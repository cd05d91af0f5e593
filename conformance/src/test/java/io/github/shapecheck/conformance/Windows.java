package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws inputs whose sizes lie around the limits of a sliding window. */
final class Windows {
  private Windows() {}

  /** A batch or a single sample, each axis from one less than the window needs to a few more. */
  static Operand input(int axes, long channels, Map<String, Object> members, Dice dice) {
    List<Long> shape = new ArrayList<>();
    if (dice.chance(0.75)) {
      shape.add(dice.between(1, 3));
    }
    shape.add(channels);
    for (int axis = 0; axis < axes; axis++) {
      long reach =
          at(members, "d", axis, 1) * (at(members, "k", axis, 1) - 1)
              + 1
              - 2 * at(members, "p", axis, 0);
      long size = Math.max(dice.chance(0.1) ? 0 : 1, reach + dice.between(-1, 5));
      shape.add(axis > 0 && size == shape.get(shape.size() - 1) ? size + 1 : size);
    }
    return Operand.of("x", shape);
  }

  private static long at(Map<String, Object> members, String member, int axis, long otherwise) {
    if (!(members.get(member) instanceof List<?> list)) {
      return otherwise;
    }
    return (Long) list.get(list.size() == 1 ? 0 : axis);
  }
}
