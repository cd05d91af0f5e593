package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the command line is what it prints of the README's own file. */
class ReadmeTest {
  private static final String FENCE = "```";

  @Test
  void showsWhatIsPrinted(@TempDir Path folder) throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String section = readme.substring(readme.indexOf("## A PyTorch model, as it is"));
    String[] parts = section.split(FENCE, -1);
    String source = parts[1].substring("python\n".length());
    Path file = Files.writeString(folder.resolve("convnet.py"), source);
    Session session = Session.of("check", file.toString(), "--input", "1,28,28");
    assertEquals(parts[3].strip(), session.err().replace(file.toString(), "convnet.py").strip());
    assertEquals(1, session.code());
  }
}
