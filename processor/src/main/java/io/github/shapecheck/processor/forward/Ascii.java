package io.github.shapecheck.processor.forward;

/** Shows any text in the plain ASCII of a compiler message. */
final class Ascii {

  private static final int LONGEST = 40;

  private Ascii() {}

  /** The text, its other characters as U+XXXX, cut if it is long. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (c >= ' ' && c < 0x7F) {
                shown.append((char) c);
              } else {
                shown.append(String.format("U+%04X", c));
              }
            });
    return text.length() > LONGEST ? shown + "..." : shown.toString();
  }
}
