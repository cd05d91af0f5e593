package io.github.shapecheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands are asked: which model, and what goes into it. */
class ModelOptions {
  /** What becomes of lints. */
  enum Lint {
    warn,
    error,
    off
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL",
      description =
          "a Python file (check and report: several, or annotated Java files and folders of them);"
              + " - is standard input")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "the model, where the files hold several; in Python also a function that makes it")
  @Nullable String type;

  @Option(
      names = "--with",
      paramLabel = "ARGS",
      description = "the arguments of the Python class: \"num_classes = 10\"")
  @Nullable String with;

  @Option(
      names = "--input",
      paramLabel = "INPUT",
      description = {
        "[name=]sizes[:dtype][@batchAxis], one for each argument of forward that is a tensor:"
            + " 3,224,224 is one image without the batch; -1 is a free size; @1 puts the batch"
            + " behind the first axis, @none means there is none"
      })
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--call",
      paramLabel = "ARGS",
      description = "further arguments of forward that are no tensors: \"lengths = [13, 13]\"")
  @Nullable String call;

  @Option(
      names = "--lint",
      paramLabel = "warn|error|off",
      description = "what PyTorch accepts but people regret (default: ${DEFAULT-VALUE})")
  Lint lint = Lint.warn;

  /** These options for each of the files. */
  List<ModelOptions> each() {
    return files.stream().distinct().map(this::of).toList();
  }

  private ModelOptions of(String file) {
    ModelOptions one = new ModelOptions();
    one.files = List.of(file);
    one.type = type;
    one.with = with;
    one.inputs = inputs;
    one.call = call;
    one.lint = lint;
    return one;
  }

  /** What is asked for, in words. */
  String wanted() {
    return type == null ? "class with a forward" : "class or function " + type;
  }
}
