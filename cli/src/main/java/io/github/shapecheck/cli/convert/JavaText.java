package io.github.shapecheck.cli.convert;

import java.util.List;

/** Strings as Java writes them. */
final class JavaText {
  private static final int LINE = 70;
  private static final String TAB = "    ";

  private JavaText() {}

  /** A string in quotes. */
  static String quoted(String text) {
    return '"' + escaped(text).replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** A text block whose lines are indented by so much. */
  static String block(String text, int indent) {
    String margin = " ".repeat(indent);
    StringBuilder block = new StringBuilder("\"\"\"\n");
    List<String> lines = escaped(text).replace("\"\"\"", "\\\"\\\"\\\"").lines().toList();
    for (String indented : lines) {
      String line = indented;
      for (int i = 0; line.startsWith("\\t", i); i += TAB.length()) {
        line = line.substring(0, i) + TAB + line.substring(i + 2);
      }
      block.append(line.isEmpty() ? "" : margin + line).append('\n');
    }
    return block.append(margin).append("\"\"\"").toString();
  }

  /** Strings as the value of a field's annotation, in one line where that is short. */
  static String array(List<String> items) {
    String line = "{" + String.join(", ", items) + "}";
    boolean fits = line.length() <= LINE;
    return items.size() == 1 ? items.get(0) : fits ? line : lines(items);
  }

  private static String lines(List<String> items) {
    return "{\n    " + String.join(",\n    ", items) + "\n  }";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "");
  }
}
