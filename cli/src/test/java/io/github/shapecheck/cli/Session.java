package io.github.shapecheck.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/** A run of the program in this process. */
record Session(int code, String out, String err) {
  static Session of(String... arguments) {
    return run("", Ansi.OFF, arguments);
  }

  static Session run(String in, Ansi ansi, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            ansi);
    int code = Main.run(terminal, arguments);
    return new Session(code, out.toString(), err.toString());
  }
}
