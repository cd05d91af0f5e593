package io.github.shapecheck.cli;

import io.github.shapecheck.processor.describe.Description;
import io.github.shapecheck.processor.diagnose.Diagnosis;
import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.ModuleSource;
import io.github.shapecheck.processor.read.python.PythonModels;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.tell.Teller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks a Python class: read, run, tell, as for annotated classes. */
final class PythonCheck {
  private static final String STDIN = "<stdin>";

  private PythonCheck() {}

  static Verdict check(ModelOptions options, String stdin) {
    PythonFiles files = new PythonFiles(file(options));
    return check(model(options, files, stdin), options, files);
  }

  /** Checks a model that has been read. */
  static Verdict check(Model model, ModelOptions options, PythonFiles files) {
    Diagnosis diagnosis = Diagnosis.of(Interpreter.run(model));
    Trace trace = diagnosis.trace();
    JavacStyle messages = new JavacStyle(file(options), files::shown);
    Teller.Lint lint = Teller.Lint.valueOf(options.lint.name().toUpperCase(Locale.ROOT));
    Teller teller = new Teller(messages, messages, lint, new HashSet<>());
    teller.tell(diagnosis);
    boolean fits = !messages.hasErrors();
    return new Verdict(
        fits,
        messages.text(),
        fits
            ? List.of(Description.of(trace, model.root().name(), AcceptedSizes.of(trace)))
            : List.of());
  }

  /** The model that the options speak of. */
  static Model model(ModelOptions options, PythonFiles files, String stdin) {
    if (options.files.size() > 1) {
      throw new WrongUse("one Python file at a time; what it imports is found");
    }
    String file = file(options);
    boolean isInput = file.equals(STDIN);
    if (file.endsWith(".java")) {
      throw new WrongUse(file + " is a Java file; what is converted is Python");
    } else if (!isInput && Files.isDirectory(Path.of(file))) {
      throw new WrongUse(file + " is a folder; name the Python file that holds the model");
    } else if (!isInput && !Files.isRegularFile(Path.of(file))) {
      throw new WrongUse("there is no file " + file);
    } else if (options.inputs.isEmpty()) {
      throw new WrongUse(
          "what goes into forward? --input 3,224,224 is one image, --input 16:long one sentence");
    }
    String text = isInput ? stdin : PythonFiles.text(Path.of(file));
    List<InputDeclaration> inputs = InputText.readAll(options.inputs);
    String type = new PythonNames(ModuleSource.parse(text)).chosen(options.type);
    PythonModels.Request request =
        new PythonModels.Request(
            files.name(),
            text,
            type,
            type,
            options.with == null ? "" : options.with,
            options.call == null ? "" : options.call,
            inputs,
            List.of(),
            Set.of(),
            Origin.NONE);
    return PythonModels.read(request, files);
  }

  /** What messages call the file. */
  static String file(ModelOptions options) {
    return options.files.get(0).equals("-") ? STDIN : options.files.get(0);
  }
}
