package io.github.shapecheck.processor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Holds every tensor function against what PyTorch 1.13 answered to random calls. */
class RecordedCallsTest {

  @Test
  void everyRecordedCallHasPyTorchsShapeAndType() throws IOException {
    List<String> differences = new ArrayList<>();
    int count = 0;
    for (String line : lines()) {
      String[] fields = line.split("\t");
      String actual = run(fields[1], fields[2]);
      String verdict = actual.startsWith("!") ? "!" : actual;
      if (!verdict.equals(fields[3])) {
        differences.add(line + "\t" + actual);
      }
      count++;
    }
    assertTrue(count > 1000);
    assertEquals("", String.join("\n", differences));
  }

  private static String run(String inputs, String text) {
    try {
      return Recorded.run(inputs, text);
    } catch (RuntimeException e) {
      return "threw " + e + " at " + e.getStackTrace()[0];
    }
  }

  private static List<String> lines() throws IOException {
    String file = System.getProperty("shapecheck.calls", "");
    if (!file.isEmpty()) {
      return Files.readAllLines(Path.of(file));
    }
    InputStream stream = RecordedCallsTest.class.getResourceAsStream("calls.tsv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Objects.requireNonNull(stream)), UTF_8))) {
      return reader.lines().toList();
    }
  }
}
