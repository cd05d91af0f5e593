package io.github.shapecheck.processor.run.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Holds the evaluator against Python on 10,000 random programs: what each prints, and the exception
 * that ends it. The system property {@code shapecheck.programs} names a file with others.
 */
class RecordedProgramsTest {
  private record Recording(String text, String output) {}

  @Test
  void everyProgramPrintsWhatPythonPrints() throws IOException {
    assertEquals(10_000, compare("/python/programs.txt.gz"));
  }

  /** Programs written by hand: each construct, each function of the library, each exception. */
  @Test
  void everyConstructIsPythons() throws IOException {
    assertEquals(823, compare("/python/constructs.txt"));
  }

  private static int compare(String resource) throws IOException {
    List<Recording> recordings = recordings(resource);
    List<String> differences = new ArrayList<>();
    for (Recording recording : recordings) {
      String actual = actual(recording.text());
      if (!actual.equals(recording.output())) {
        differences.add(
            recording.text() + "EXPECTED\n" + recording.output() + "ACTUAL\n" + actual + "\n");
      }
    }
    String some = String.join("", differences.subList(0, Math.min(differences.size(), 20)));
    assertEquals("", some, () -> differences.size() + " of " + recordings.size() + " differ");
    return recordings.size();
  }

  private static String actual(String text) {
    try {
      return PlainHost.run(text);
    } catch (RuntimeException | Error e) {
      return "threw " + e + " at " + e.getStackTrace()[0] + "\n";
    }
  }

  private static List<Recording> recordings(String resource) throws IOException {
    List<Recording> recordings = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(reader(resource))) {
      String all = reader.lines().collect(Collectors.joining("\n"));
      for (String block : all.strip().split("\n\n")) {
        recordings.add(new Recording(marked(block, "|"), marked(block, "=")));
      }
    }
    return recordings;
  }

  /** The lines behind a mark. */
  private static String marked(String block, String mark) {
    return block
        .lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
  }

  private static Reader reader(String resource) throws IOException {
    String file = System.getProperty("shapecheck.programs", "");
    if (!file.isEmpty()) {
      return Files.newBufferedReader(Path.of(file));
    }
    InputStream stream = RecordedProgramsTest.class.getResourceAsStream(resource);
    Objects.requireNonNull(stream);
    return new InputStreamReader(
        resource.endsWith(".gz") ? new GZIPInputStream(stream) : stream, UTF_8);
  }
}
