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
import io.github.shapecheck.report.ShapeReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks a Python class: read, run, tell, as for annotated classes. */
final class PythonCheck {
  private static final String STDIN = "<stdin>";

  private PythonCheck() {}

  /** Checks every file; of several, those without a network are only told of. */
  static Verdict check(ModelOptions options, String stdin) {
    List<ModelOptions> each = options.each();
    List<ModelOptions> checked =
        each.size() == 1 ? each : each.stream().filter(one -> mayHold(one, stdin)).toList();
    if (checked.isEmpty()) {
      throw new WrongUse("none of the files has " + options.wanted());
    }
    Map<ModelOptions, Model> models = new LinkedHashMap<>();
    for (ModelOptions one : checked) {
      models.put(one, read(one, stdin, each.size() == 1 ? "" : file(one) + ": "));
    }
    JavacStyle messages = new JavacStyle();
    for (ModelOptions one : each) {
      if (!models.containsKey(one)) {
        messages.note(file(one) + ": not checked: " + names(one, stdin).reason(one));
      }
    }
    List<ShapeReport> reports = new ArrayList<>();
    models.forEach(
        (one, model) -> {
          String name = model.root().name();
          String shown = each.size() == 1 ? name : file(one) + ": " + name;
          reports.addAll(check(model, one, messages, shown));
        });
    return new Verdict(!messages.hasErrors(), messages.text(), reports);
  }

  private static Model read(ModelOptions options, String stdin, String which) {
    try {
      return model(options, new PythonFiles(file(options)), stdin);
    } catch (WrongUse wrong) {
      throw new WrongUse(which + wrong.getMessage());
    }
  }

  /** Checks a model that has been read. */
  static Verdict check(Model model, ModelOptions options) {
    JavacStyle messages = new JavacStyle();
    List<ShapeReport> reports = check(model, options, messages, model.root().name());
    return new Verdict(!messages.hasErrors(), messages.text(), reports);
  }

  /** Tells what is wrong with a model; its report where nothing is. */
  private static List<ShapeReport> check(
      Model model, ModelOptions options, JavacStyle messages, String name) {
    Diagnosis diagnosis = Diagnosis.of(Interpreter.run(model));
    Trace trace = diagnosis.trace();
    int before = messages.errors();
    messages.on(file(options), new PythonFiles(file(options))::shown);
    Teller.Lint lint = Teller.Lint.valueOf(options.lint.name().toUpperCase(Locale.ROOT));
    new Teller(messages, messages, lint, new HashSet<>()).tell(diagnosis);
    return messages.errors() > before
        ? List.of()
        : List.of(Description.of(trace, name, AcceptedSizes.of(trace)));
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
    String text = text(file, stdin);
    List<InputDeclaration> inputs = InputText.readAll(options.inputs);
    PythonNames names = new PythonNames(ModuleSource.parse(text));
    String type = names.chosen(options.type);
    List<String> missing = names.missing(type, options);
    if (!missing.isEmpty()) {
      String given = String.join(" = ..., ", missing) + " = ...";
      throw new WrongUse("what is " + type + " made with? --with \"" + given + "\" says");
    }
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

  private static String text(String file, String stdin) {
    return file.equals(STDIN) ? stdin : PythonFiles.text(Path.of(file));
  }

  /** Whether the network that is asked for may be in the file, or nobody can read it. */
  private static boolean mayHold(ModelOptions options, String stdin) {
    String file = file(options);
    return !file.equals(STDIN) && !Files.isRegularFile(Path.of(file))
        || names(options, stdin).hold(options);
  }

  private static PythonNames names(ModelOptions options, String stdin) {
    return new PythonNames(ModuleSource.parse(text(file(options), stdin)));
  }

  /** What messages call the file. */
  static String file(ModelOptions options) {
    return options.files.get(0).equals("-") ? STDIN : options.files.get(0);
  }
}
