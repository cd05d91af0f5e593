package io.github.shapecheck.processor.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Holds the rules of einops against einops itself: src/test/python/einops/record.py. */
class EinopsRecordTest {

  @Test
  void whatEinopsGivesAndRefuses() throws IOException {
    List<String> differences = new ArrayList<>();
    int rows = 0;
    try (InputStream in = EinopsRecordTest.class.getResourceAsStream("/einops/calls.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      for (String line : all.lines().skip(1).toList()) {
        RuleRow row = RuleRow.of("einops | " + line);
        String actual = row.actual();
        boolean refused = actual.matches("[a-z]+(-[a-z]+)*");
        if (!(refused ? "refused" : actual).equals(row.expected())) {
          differences.add(line + " | " + actual);
        }
        rows++;
      }
    }
    assertTrue(rows > 2_900, "rows: " + rows);
    assertEquals("", String.join("\n", differences));
  }
}
