package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of long lines and large files the command line shows, and reads, what helps. */
class LargeFilesTest {
  @TempDir Path folder;

  @Test
  void ofALongLineIsShownWhatIsAroundTheMistake() throws IOException {
    Path file = folder.resolve("net.py");
    Files.writeString(
        file, PythonCheckTest.NET.replace("nn.Linear", " ".repeat(60_000) + "nn.Linear"));
    Session session = Session.of("check", "" + file, "--input", "3,9");
    List<String> lines = session.err().lines().toList();
    assertEquals(" ".repeat(80) + "^", lines.get(2));
    assertTrue(lines.get(1).startsWith("24, classes)", 80), lines.get(1));
    assertTrue(session.err().length() < 4_096, session.err());
  }

  @Test
  void aFileOfMegabytesIsNotRead() throws IOException {
    Path file = folder.resolve("net.py");
    Files.writeString(file, PythonCheckTest.NET + "#".repeat(2_000_000));
    Session session = Session.of("check", "" + file, "--input", "3,8");
    assertEquals(2, session.code());
    assertTrue(session.err().contains("net.py has more than 2000000 bytes"), session.err());
  }
}
