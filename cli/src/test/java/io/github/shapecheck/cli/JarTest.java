package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started as users start it. */
class JarTest {
  @TempDir Path folder;

  @Test
  void checksAFile() throws Exception {
    Files.writeString(
        folder.resolve("Net.java"),
        """
        @io.github.shapecheck.Input(7)
        class Net {
          @io.github.shapecheck.nn.Linear(in = 6, out = 5) Object fc;
        }
        """);
    Process process = start("check", "Net.java");
    String said = text(process);
    assertTrue(
        said.startsWith("Net.java:3: error: [linear-in] fc expects 6 features but receives 7"),
        said);
    assertFalse(said.contains("\u001b"), said);
    assertEquals(1, process.exitValue());
  }

  @Test
  void namesWhatItContains() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("jar"))) {
      String notice =
          new String(
              jar.getInputStream(jar.getEntry("META-INF/NOTICE")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertTrue(notice.contains("picocli"), notice);
      assertNotNull(jar.getEntry("META-INF/LICENSE"));
    }
  }

  private Process start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new java.util.ArrayList<>();
    command.addAll(List.of(java, "-jar", System.getProperty("jar")));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private static String text(Process process) throws Exception {
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    return text;
  }
}
