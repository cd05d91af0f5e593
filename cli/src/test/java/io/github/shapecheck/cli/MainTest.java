package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check | Missing required parameter: 'MODEL'",
        "check Missing.java | there is no file Missing.java",
        "check --lint loud X.java | loud",
        "convert | Missing required parameter: 'MODEL'",
        "convert Missing.py --input 3 | there is no file Missing.py",
        "convert X.py --input 3 --package a..b | a..b is no name of a package",
        "check --inptu 3 X.java | --inptu",
        "check --input 3 X.java | --with, --input and --call are for Python",
        "frobnicate | frobnicate",
      })
  void wrongUseIsExplained(String arguments, String expected) {
    Session session = Session.of(arguments.split(" "));
    assertEquals(2, session.code());
    assertTrue(session.err().contains(expected), session.err());
    assertEquals("", session.out());
  }

  @Test
  void helpHasExamples() {
    for (String command : new String[] {"check", "report", "convert"}) {
      Session session = Session.of(command, "--help");
      assertEquals(0, session.code());
      assertTrue(session.out().contains("  shapecheck " + command + " "), session.out());
    }
    assertEquals(Session.of("--help"), Session.of());
  }

  @Test
  void whatCannotNameAFileIsTheUsersFault() {
    Session session = Session.of("check", "net\0.py", "--input", "3");
    assertEquals(2, session.code());
    assertEquals("shapecheck: Nul character not allowed in the name of a file\n", session.err());
  }

  @Test
  void versionIsTheBuilds() {
    assertTrue(Session.of("--version").out().matches("shapecheck \\d+\\.\\d+.*\\R"));
  }
}
