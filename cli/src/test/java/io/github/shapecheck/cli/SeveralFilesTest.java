package io.github.shapecheck.cli;

import static io.github.shapecheck.cli.PythonCheckTest.NET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several Python files in one command. */
class SeveralFilesTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("net.py"), NET);
  }

  @Test
  void everyFileIsCheckedAndTheirMessagesAreCountedTogether() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.py"), NET.replace("24", "25"));
    Path plain = Files.writeString(folder.resolve("plain.py"), "SIZE = 3\n");
    Path other = Files.writeString(folder.resolve("other.py"), NET.replace("24", "26"));
    Session session =
        Session.of("check", "" + wrong, "" + plain, "" + file, "" + other, "--input", "3,8");
    assertEquals(1, session.code());
    assertEquals(file + ": Net fits: [N, 3, 8] -> [N, 5], 125 parameters\n", session.out());
    List<String> lines = session.err().lines().filter(line -> !line.startsWith(" ")).toList();
    assertEquals(
        List.of(
            plain + ": not checked: it has no class with a forward",
            wrong + ":6: error: [linear-in] fc expects 25 features but receives 24",
            other + ":6: error: [linear-in] fc expects 26 features but receives 24",
            "2 errors"),
        lines);
    Session fits = Session.of("report", "" + file, "" + file, "" + plain, "--input", "3,8");
    assertEquals(0, fits.code());
    assertTrue(fits.out().startsWith(file + ": Net\n"), fits.out());
  }

  @Test
  void aFileOfBlocksIsLeftOutWithItsReason() throws IOException {
    String text = NET.replace("__init__(self", "__init__(self, width, *more");
    Path block = Files.writeString(folder.resolve("block.py"), text);
    Session session = Session.of("check", "" + block, "" + file, "--input", "3,8");
    assertEquals(0, session.code());
    assertEquals(block + ": not checked: Net needs width, which --with gives\n", session.err());
    Session alone = Session.of("check", "" + block, "--input", "3,8");
    assertEquals(2, alone.code());
    String told = "what is Net made with? --with \"width = ...\" says\n";
    assertTrue(alone.err().contains(told), alone.err());
  }

  @Test
  void javaAndPythonAreNotMixed() {
    Session session = Session.of("check", "" + file, "Net.java", "--input", "3,8");
    assertEquals(2, session.code());
    assertTrue(session.err().contains("one kind at a time"), session.err());
  }

  @Test
  void aBracketThatIsNotClosedIsOneMistake() throws IOException {
    Path broken =
        Files.writeString(folder.resolve("broken.py"), NET.replace("24, classes)", "24, classes"));
    Session session = Session.of("check", "" + broken, "--input", "3,8");
    assertTrue(session.err().contains("[syntax] '(' is never closed"), session.err());
    assertTrue(session.err().endsWith("1 error\n"), session.err());
  }
}
