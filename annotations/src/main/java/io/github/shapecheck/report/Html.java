package io.github.shapecheck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The small change of writing HTML and SVG: escaping, numbers, and the page's fixed parts. */
final class Html {
  private Html() {}

  /** Text that may stand between tags and in quoted attributes, whatever the user wrote. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' ? ' ' : c);
      }
    }
    return out.toString();
  }

  /** A coordinate with one digit after the point, and none where it is whole. */
  static String px(double value) {
    long tenths = Math.round(value * 10);
    String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths / 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : whole + "." + Math.abs(tenths % 10);
  }

  /** A file that stands beside this class. */
  static String resource(String name) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar of the annotations");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
