package io.github.shapecheck.cli;

import io.github.shapecheck.report.ShapeReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command over models: checks them, writes what was asked for, then does its own. */
abstract class ModelCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin ReportOptions options = new ReportOptions();
  @Spec CommandSpec spec = CommandSpec.create();

  ModelCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What the command says of models that fit. */
  abstract void tell(List<ShapeReport> reports, Terminal terminal);

  @Override
  public Integer call() throws Exception {
    Verdict verdict;
    String what = String.join(" ", options.files);
    try {
      verdict = Progress.during(terminal, "checking " + what, this::check);
    } catch (WrongUse wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
    }
    terminal.complain(verdict.messages());
    if (!verdict.fits()) {
      tell(verdict.reports(), terminal); // of the other files
      return ExitCode.SOFTWARE;
    }
    write(options.json, verdict, Kind.JSON);
    write(options.html, verdict, Kind.HTML);
    if (!Path.of("-").equals(options.json)) {
      tell(verdict.reports(), terminal);
    }
    return ExitCode.OK;
  }

  private Verdict check() throws IOException {
    String first = options.files.get(0);
    String text = "";
    if (options.files.contains("-")) {
      text = new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8);
    }
    boolean isJava =
        first.equals("-")
            ? JavaModels.isJava(text)
            : first.endsWith(".java") || JavaModels.isFolder(first);
    if (options.files.stream().anyMatch(file -> file.endsWith(isJava ? ".py" : ".java"))) {
      throw new WrongUse("Java and Python files are checked one kind at a time");
    }
    return isJava ? JavaModels.check(options, text) : PythonCheck.check(options, text);
  }

  private enum Kind {
    JSON,
    HTML;

    String of(ShapeReport report) {
      return this == JSON ? report.toJson() : report.toHtml();
    }
  }

  private void write(@Nullable Path file, Verdict verdict, Kind kind) {
    if (file == null) {
      return;
    }
    if (verdict.reports().size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "one file cannot hold several models: --class picks one");
    }
    String text = kind.of(verdict.reports().get(0));
    if (file.equals(Path.of("-"))) {
      terminal.out().println(text);
    } else {
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new ParameterException(
            spec.commandLine(), "cannot write " + file + ": " + PythonFiles.reason(e));
      }
    }
  }
}
