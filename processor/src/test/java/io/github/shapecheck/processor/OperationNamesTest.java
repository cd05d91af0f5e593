package io.github.shapecheck.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Outside the operations' room nobody asks what an operation is by its name: names drift, kinds do
 * not.
 */
class OperationNamesTest {
  private static final Path MAIN = Path.of("src/main/java/io/github/shapecheck/processor");
  private static final Pattern COMPARED =
      Pattern.compile(
          "\\b(?:op\\(\\)|type\\(\\)|function\\(\\)\\.name\\(\\))\\s*"
              + "\\.(?:(?:equals|matches|contains|startsWith|endsWith)\\(\"|toLowerCase|charAt)"
              + "|(?:contains|matcher|switch) ?\\([\\w.()]*\\.(?:op|type)\\(\\)\\)");

  @Test
  void namesOfOperationsAreNotCompared() throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    try (Stream<Path> sources = Files.walk(MAIN)) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!source.startsWith(MAIN.resolve("operation"))) {
          files++;
          Matcher matcher = COMPARED.matcher(Files.readString(source));
          while (matcher.find()) {
            found.add(MAIN.relativize(source) + ": " + matcher.group());
          }
        }
      }
    }
    assertTrue(files > 100, "the sources are not where they are looked for");
    assertEquals("", String.join("\n", found));
  }

  @Test
  void whatIsLookedForWouldBeFound() {
    for (String code :
        List.of(
            "step.op().equals(\"cat\")",
            "VIEWS.contains(node.op())",
            "layer.type().endsWith(\"Loss\")",
            "switch (step.op())",
            "READING.matcher(node.op())",
            "named.function().name().equals(\"flatten\")")) {
      assertTrue(COMPARED.matcher(code).find(), code);
    }
  }
}
