package io.github.shapecheck.processor.python.parser;

import java.util.ArrayList;
import java.util.List;

/** Splits text into lines. */
final class Lines {
  private static final String END = "\r\n|\r|\n";

  private Lines() {}

  /** The lines of all strings; a line end at the end of a string begins no further line. */
  static List<String> of(List<String> text) {
    List<String> lines = new ArrayList<>();
    for (String part : text) {
      if (part.indexOf('\n') < 0 && part.indexOf('\r') < 0) {
        lines.add(part);
        continue;
      }
      List<String> pieces = List.of(part.split(END, -1));
      boolean ended = pieces.size() > 1 && pieces.get(pieces.size() - 1).isEmpty();
      lines.addAll(ended ? pieces.subList(0, pieces.size() - 1) : pieces);
    }
    return lines;
  }
}
