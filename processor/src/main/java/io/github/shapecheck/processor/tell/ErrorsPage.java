package io.github.shapecheck.processor.tell;

import io.github.shapecheck.processor.problem.ProblemId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * The page on which each id has a section.
 *
 * @param address where it stands, empty where neither the build nor the user names a place
 */
record ErrorsPage(String address) {
  private static final String UNFILTERED = "${";

  /** The page that the build names by its property {@code shapecheck.errors}. */
  static ErrorsPage ofBuild() {
    Properties build = new Properties();
    try (InputStream in = ErrorsPage.class.getResourceAsStream("errors.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException unreadable) {
      return new ErrorsPage("");
    }
    String address = build.getProperty("address", "").strip();
    return new ErrorsPage(address.startsWith(UNFILTERED) ? "" : address);
  }

  /** The last line of a message, empty where there is no page. */
  String line(ProblemId id) {
    return address.isEmpty() ? "" : "\n  see " + address + "#" + id.id();
  }
}
