package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file under {@code expected}; {@code -Dgolden=rewrite} rewrites it. */
final class Golden {
  private static final String FOLDER = "src/test/resources/expected";

  private Golden() {}

  static void check(String name, String actual) throws IOException {
    Path here = Path.of(FOLDER);
    Path folder = Files.isDirectory(here) ? here : Path.of("annotations").resolve(FOLDER);
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(folder.resolve(name), actual);
    }
    assertEquals(Files.readString(folder.resolve(name)), actual);
  }
}
