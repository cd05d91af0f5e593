package io.github.shapecheck.conformance;

import java.util.List;
import java.util.Map;

/** What one side says about a case. */
sealed interface Verdict {

  /** The case is an error; {@code why} is the first line of the message. */
  record Refused(String why) implements Verdict {
    @Override
    public String toString() {
      return "refused: " + why;
    }
  }

  /**
   * The case runs: {@code output} is the printed value, "[2, 3]" for a tensor, "([2, 3], [3])" for
   * a tuple, a number for an integer; {@code weights} are the layer's parameters by name.
   */
  record Accepted(String output, Map<String, List<Long>> weights) implements Verdict {
    @Override
    public String toString() {
      return output + (weights.isEmpty() ? "" : " with " + weights);
    }
  }

  /** Nothing can be learnt from LibTorch here, because of a fault of its own. */
  record Unknown(String why) implements Verdict {}

  /** Whether both say the same; the wording of a refusal is each side's own. */
  default boolean agrees(Verdict other) {
    if (this instanceof Unknown || other instanceof Unknown) {
      return true;
    }
    return this instanceof Refused ? other instanceof Refused : equals(other);
  }
}
