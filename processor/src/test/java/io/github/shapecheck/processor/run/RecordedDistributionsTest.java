package io.github.shapecheck.processor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Holds 3,000 random uses of torch.distributions against what PyTorch 1.13 answered. */
class RecordedDistributionsTest {

  @Test
  void everyShapeIsPyTorchs() throws IOException {
    List<String> differences = new ArrayList<>();
    List<String> lines = lines();
    for (String line : lines) {
      String[] fields = line.split("\t");
      String actual = Recorded.run(fields[0], fields[1]);
      if (!(actual.startsWith("!") ? "!" : actual).equals(fields[2])) {
        differences.add(line + "\t" + actual);
      }
    }
    assertEquals("", String.join("\n", differences), () -> "" + differences.size());
    assertEquals(3000, lines.size());
  }

  private static List<String> lines() throws IOException {
    InputStream stream =
        RecordedDistributionsTest.class.getResourceAsStream("distributions.tsv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Objects.requireNonNull(stream)), UTF_8))) {
      return reader.lines().toList();
    }
  }
}
