package io.github.shapecheck.cli;

import io.github.shapecheck.cli.convert.Conversion;
import io.github.shapecheck.cli.convert.JavaFile;
import io.github.shapecheck.cli.convert.Refusal;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.PythonFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a Python model as annotated Java classes, once they are seen to do the same. */
@Command(
    name = "convert",
    description = {
      "Writes a Python model as annotated Java classes, one for each Python class.",
      "What is written has been compiled, and its report is that of the Python model."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  shapecheck convert convnet.py --input 1,28,28",
      "  shapecheck convert resnet.py --class resnet50 --input 3,224,224 -o src \\",
      "      --package com.acme.nets",
      "  cat tagger.py | shapecheck convert - --with \"hidden = 64\" --input 13:long@1"
    })
final class ConvertCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin ModelOptions options = new ModelOptions();
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "the source folder to write a file for each class to; else standard output")
  @Nullable Path out;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "the package of the classes (default: none)")
  String packageName = "";

  @Option(names = "--force", description = "write over files that are there")
  boolean force;

  ConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    try {
      List<JavaFile> files =
          Progress.during(terminal, "converting " + options.files.get(0), this::convert);
      return files.isEmpty() ? ExitCode.SOFTWARE : write(files);
    } catch (WrongUse wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
    }
  }

  /** The classes; none where it was told why there are none. */
  private List<JavaFile> convert() throws IOException {
    String stdin =
        options.files.contains("-")
            ? new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8)
            : "";
    if (!packageName.isEmpty() && !javax.lang.model.SourceVersion.isName(packageName)) {
      throw new WrongUse("--package " + packageName + " is no name of a package");
    }
    PythonFiles sources = new PythonFiles(PythonCheck.file(options));
    Model model = PythonCheck.model(options, sources, stdin);
    Verdict verdict = PythonCheck.check(model, options);
    terminal.complain(verdict.messages());
    if (!verdict.fits()) {
      return List.of();
    }
    try {
      Conversion conversion = Conversion.of(model);
      List<JavaFile> files = conversion.files();
      Refusal disagreement = conversion.disagreement(files);
      if (disagreement == null) {
        return files;
      }
      throw disagreement;
    } catch (Refusal refusal) {
      String why = refusal.getMessage() + ": annotations cannot say that";
      complain(refusal.file(), refusal.line(), refusal.column(), sources, why);
    }
    return List.of();
  }

  private void complain(
      @Nullable PythonFile file, int line, int column, PythonFiles sources, String why) {
    if (file == null) {
      terminal.complain(PythonCheck.file(options) + ": error: " + why);
      return;
    }
    terminal.complain(
        sources.shown(file.name())
            + ":"
            + line
            + ": error: "
            + why
            + "\n"
            + Excerpt.of(file.program().line(line), column));
  }

  private int write(List<JavaFile> files) {
    if (out == null) {
      terminal.out().print(JavaFile.together(packageName, files));
      return ExitCode.OK;
    }
    Path folder = out.resolve(packageName.replace('.', '/'));
    for (JavaFile file : files) {
      Path path = folder.resolve(file.name() + ".java");
      if (Files.exists(path) && !force) {
        throw new WrongUse(path + " is there already; --force writes over it");
      }
    }
    try {
      Files.createDirectories(folder);
      for (JavaFile file : files) {
        Path path = folder.resolve(file.name() + ".java");
        Files.writeString(path, file.text(packageName));
        terminal.out().println(path);
      }
      return ExitCode.OK;
    } catch (IOException e) {
      throw new WrongUse("cannot write to " + folder + ": " + PythonFiles.reason(e));
    }
  }
}
