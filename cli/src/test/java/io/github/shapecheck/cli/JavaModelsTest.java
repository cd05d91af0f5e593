package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class JavaModelsTest {
  static final String FITS =
      """
      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;

      @Input({3, 8})
      class Net {
        @Flatten Object flat;
        @Linear(in = 24, out = 5) Object fc;
      }
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("Net.java"), FITS);
  }

  @Test
  void whatFitsIsOneLine() {
    Session session = Session.of("check", "" + file);
    assertEquals("Net fits: [N, 3, 8] -> [N, 5], 125 parameters\n", session.out());
    assertEquals("", session.err());
    assertEquals(0, session.code());
  }

  @Test
  void allJavaFilesOfAFolderAreChecked() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a"));
    Files.writeString(inner.resolve("Other.java"), FITS.replace("class Net", "class Other"));
    Session session = Session.of("check", "" + folder);
    assertEquals(
        "Net fits: [N, 3, 8] -> [N, 5], 125 parameters\n"
            + "Other fits: [N, 3, 8] -> [N, 5], 125 parameters\n",
        session.out());
  }

  @Test
  void whatDoesNotIsToldAsJavacDoes() throws IOException {
    Files.writeString(file, FITS.replace("24", "25"));
    Session session = Session.of("check", "" + file);
    assertEquals(1, session.code());
    assertEquals("", session.out());
    List<String> lines = session.err().lines().toList();
    assertEquals(
        file + ":7: error: [linear-in] fc expects 25 features but receives 24", lines.get(0));
    assertEquals("  @Linear(in = 25, out = 5) Object fc;", lines.get(1));
    assertEquals("               ^", lines.get(2));
    assertTrue(lines.contains("    fix: fc: in = 24"), session.err());
    assertEquals("1 error", lines.get(lines.size() - 1));
    assertFalse(session.err().contains("\u001b"));
  }

  @Test
  void terminalsShowColors() {
    Session session = Session.run(FITS.replace("24", "25"), Ansi.ON, "check", "-");
    assertEquals(1, session.code());
    assertTrue(
        session
            .err()
            .contains(
                "\u001b[1m<stdin>:7: \u001b[m\u001b[1;31merror:\u001b[m [linear-in] fc expects"),
        session.err());
    assertTrue(session.err().contains("\u001b[32m    fix: fc: in = 24\u001b[m"), session.err());
  }

  @Test
  void reportsAreTablesJsonAndPages() throws IOException {
    Session table = Session.of("report", "" + file);
    assertTrue(table.out().contains("fc     Linear   [N, 5]"), table.out());
    Session json = Session.run(FITS, Ansi.OFF, "report", "-", "--json", "-");
    assertTrue(json.out().startsWith("{\"model\": \"Net\""), json.out());
    Path page = folder.resolve("net.html");
    assertEquals(0, Session.of("check", "" + file, "--html", "" + page).code());
    assertTrue(Files.readString(page).contains("<svg"));
    try (var written = Files.list(folder)) {
      assertEquals(2, written.count());
    }
  }

  @Test
  void lintsAreWhatOneWants() throws IOException {
    Files.writeString(file, FITS.replace("@Linear", "@Softmax(dim = 0) @Linear"));
    assertTrue(Session.of("check", "" + file).err().contains("warning: ["));
    assertEquals(1, Session.of("check", "" + file, "--lint", "error").code());
    assertEquals("", Session.of("check", "" + file, "--lint=off").err());
  }

  @Test
  void classesBesideAreFound() throws IOException {
    Path source = Files.createDirectories(folder.resolve("com/acme"));
    Files.writeString(source.resolve("Block.java"), "package com.acme; interface Block {}");
    Files.writeString(
        source.resolve("Net.java"), "package com.acme;\n" + FITS.replace("Object", "Block"));
    Session session = Session.of("check", source + "/Net.java");
    assertEquals("", session.err());
    assertTrue(session.out().startsWith("com.acme.Net fits"), session.out());
  }

  @Test
  void oneOfSeveralModels() throws IOException {
    Files.writeString(file, FITS + FITS.substring(FITS.indexOf('@')).replace("Net", "Other"));
    assertEquals(2, Session.of("check", "" + file).out().lines().count());
    assertTrue(Session.of("check", "" + file, "--class", "Other").out().startsWith("Other fits"));
    Session json = Session.of("check", "" + file, "--json", "-");
    assertEquals(2, json.code());
    assertTrue(json.err().contains("--class picks one"), json.err());
    Session none = Session.of("check", "" + file, "--class", "Nat");
    assertEquals(2, none.code());
    assertTrue(none.err().contains("no model Nat in the files, only Net, Other"), none.err());
  }
}
