package io.github.shapecheck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes a report as one page that needs nothing else: its data, and the script that draws them.
 */
final class HtmlRendering {
  private final ShapeReport report;

  HtmlRendering(ShapeReport report) {
    this.report = report;
  }

  String text() {
    return filled(
        resource("page.html"),
        Map.of(
            "style", resource("page.css"),
            "script", resource("page.js"),
            "model", escaped(report.model()),
            "data", new PageData(report).text()));
  }

  /** One pass over the page, so that no text of the user is read as a place to fill. */
  static String filled(String page, Map<String, String> parts) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int open;
    while ((open = page.indexOf("{{", at)) >= 0) {
      int close = page.indexOf("}}", open);
      out.append(page, at, open).append(parts.getOrDefault(page.substring(open + 2, close), ""));
      at = close + 2;
    }
    return out.append(page.substring(at)).toString();
  }

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

  /** A file that stands beside this class. */
  static String resource(String name) {
    try (InputStream in = HtmlRendering.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar of the annotations");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
