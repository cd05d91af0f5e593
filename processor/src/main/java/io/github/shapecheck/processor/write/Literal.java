package io.github.shapecheck.processor.write;

/** Writes a string as a Java literal in ASCII, whatever encoding the source is read in. */
final class Literal {
  private Literal() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> out.append(c >= ' ' && c <= '~' ? "" + c : String.format("\\u%04x", (int) c));
      }
    }
    return out.append('"').toString();
  }
}
