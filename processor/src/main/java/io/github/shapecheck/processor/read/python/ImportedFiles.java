package io.github.shapecheck.processor.read.python;

import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.parser.ModuleSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the files that a file imports, and those that these import. */
final class ImportedFiles {
  private static final int MOST_FILES = 300;

  /** What imports a module whose name stands in a string. */
  private static final Pattern DYNAMIC = Pattern.compile("__import__\\(|import_module\\(");

  private static final Pattern DOTTED =
      Pattern.compile("[\"']([A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)+)[\"']");
  private final PythonModels.Sources sources;
  private final Origin origin;
  private final Map<String, PythonFile> files = new LinkedHashMap<>();
  private final Deque<PythonFile> pending = new ArrayDeque<>();

  private final String with;

  ImportedFiles(PythonModels.Sources sources, Origin origin, String with) {
    this.sources = sources;
    this.with = with;
    this.origin = origin;
  }

  /** The file and all that it needs, by their dotted names. */
  Map<String, PythonFile> of(PythonFile main) {
    files.put(main.module(), main);
    pending.add(main);
    while (!pending.isEmpty() && files.size() < MOST_FILES) {
      PythonFile next = pending.poll();
      visit(next, next.program().statements());
      String text = String.join("\n", next.program().lines());
      if (DYNAMIC.matcher(text).find()) {
        DOTTED.matcher(text + with).results().forEach(name -> findAny(next, name.group(1)));
      }
      // import torchvision, and then torchvision.models.resnet18()
      for (String library : PythonLibrary.NAMES) {
        if (text.contains(library.replace(".misc", ""))) { // torchvision.ops has what misc has
          find(next, library, 0);
        }
      }
    }
    return files;
  }

  private void visit(PythonFile from, Collection<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Import imports) {
        imports.names().forEach(each -> find(from, each.name(), 0));
      } else if (statement instanceof Statement.ImportFrom imports) {
        find(from, imports.module(), imports.level());
        String inner = imports.module().isEmpty() ? "" : imports.module() + ".";
        imports.names().forEach(each -> find(from, inner + each.name(), imports.level()));
      } else if (statement instanceof Statement.Try attempt) {
        visit(from, attempt.body());
        attempt.handlers().forEach(handler -> visit(from, handler.body()));
      } else if (statement instanceof Statement.If branches) {
        branches.branches().forEach(branch -> visit(from, branch.body()));
        visit(from, branches.otherwise());
      } else if (statement instanceof Statement.FunctionDef definition) {
        visit(from, definition.body());
      } else if (statement instanceof Statement.ClassDef definition) {
        visit(from, definition.body());
      }
    }
  }

  /** A module and those that it is in. */
  private void findAny(PythonFile from, String dotted) {
    for (int dot = dotted.indexOf('.'); dot >= 0; dot = dotted.indexOf('.', dot + 1)) {
      find(from, dotted.substring(0, dot), 0);
    }
    find(from, dotted, 0);
  }

  private void find(PythonFile from, String module, int level) {
    for (String name : PythonDeclaration.candidates(from, module, level)) {
      if (files.containsKey(name) || read(name)) {
        return;
      }
    }
  }

  private boolean read(String module) {
    boolean library = PythonLibrary.holds(module);
    if (module.isEmpty() || !library && PythonLibrary.isTorch(module)) {
      return false;
    }
    String path = module.replace('.', '/');
    for (String file : List.of(path + ".py", path + "/__init__.py")) {
      String text = PythonLibrary.isTorch(module) ? null : sources.read(file).orElse(null);
      text = text == null && library ? PythonLibrary.text(file).orElse(null) : text;
      if (text != null) {
        PythonFile found = new PythonFile(module, file, ModuleSource.parse(text), origin);
        files.put(module, found);
        pending.add(found);
        return true;
      }
    }
    return false;
  }
}
