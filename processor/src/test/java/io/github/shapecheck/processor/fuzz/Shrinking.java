package io.github.shapecheck.processor.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Makes a source that shows a fault small. */
final class Shrinking {
  private static final int MOST = 200;
  private static final int LONGEST = 3_000;

  private Shrinking() {}

  /** The fewest lines that still show the fault, by leaving out ever smaller stretches. */
  static String of(String source, Predicate<String> isFaulty) {
    List<String> lines = new ArrayList<>(Arrays.asList(source.split("\n", -1)));
    int trials = 0;
    for (int length = lines.size() / 2; length > 0; length /= 2) {
      for (int at = 0; at + length <= lines.size() && trials < MOST; trials++) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.subList(at, at + length).clear();
        if (isFaulty.test(String.join("\n", fewer))) {
          lines = fewer;
        } else {
          at += length;
        }
      }
    }
    String text = String.join("\n", lines);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
