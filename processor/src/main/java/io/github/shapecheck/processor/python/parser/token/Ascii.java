package io.github.shapecheck.processor.python.parser.token;

/** Shows any text in the plain ASCII of a compiler message. */
public final class Ascii {

  private static final int LONGEST = 40;

  private Ascii() {}

  /** The text, its other characters in hexadecimal, cut if it is long. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      shown.append(c >= ' ' && c < 0x7F ? String.valueOf(c) : "U+" + Integer.toHexString(c));
    }
    return text.length() > LONGEST ? shown + "..." : shown.toString();
  }
}
