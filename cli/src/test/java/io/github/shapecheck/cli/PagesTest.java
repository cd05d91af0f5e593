package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the command line is what it prints of the README's own file. */
class PagesTest {
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

  /** What the page on Python shows of a conversion is what it prints. */
  @Test
  void showsWhatIsWritten(@TempDir Path folder) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "python.md"));
    String[] parts = page.substring(page.indexOf("## Written as Java")).split(FENCE, -1);
    Path file =
        Files.writeString(folder.resolve("audio.py"), parts[1].substring("python\n".length()));
    Session session =
        Session.of("convert", file.toString(), "--class", "Audio", "--input", "8,400");
    assertEquals(parts[3].substring("java\n".length()), session.out());
    assertEquals("", session.err());
  }
}
