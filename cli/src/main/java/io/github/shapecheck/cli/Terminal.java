package io.github.shapecheck.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the program reads and writes.
 *
 * @param ansi whether what it writes is coloured
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err, Ansi ansi) {
  /** The one that the program was started on: coloured unless it is a pipe or NO_COLOR is set. */
  static Terminal system() {
    Charset charset = Charset.defaultCharset();
    return new Terminal(
        System.in,
        new PrintWriter(System.out, true, charset),
        new PrintWriter(System.err, true, charset),
        Ansi.AUTO);
  }

  void flush() {
    out.flush();
    err.flush();
  }

  /** Prints what a compiler says, line by line. */
  void complain(String text) {
    text.lines().map(line -> Colors.of(line, ansi)).forEach(err::println);
  }
}
