package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that is a Python class.
 *
 * @param files the files that are read, by their dotted names
 * @param main the file in which the class stands
 * @param type the class, or a function that gives a module; empty for the only one there is
 * @param with a call {@code _(...)} with the constructor's arguments
 * @param call a call {@code _(...)} with further arguments of {@code forward}
 */
public record PythonDeclaration(
    Map<String, PythonFile> files, PythonFile main, String type, Program with, Program call) {
  /** The dotted names that an import in a file may mean, the likeliest first. */
  public static List<String> candidates(PythonFile from, String module, int level) {
    List<String> names = new ArrayList<>();
    String folder = from.folder();
    for (int i = 1; i < level; i++) {
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('.')));
    }
    if (level > 0) {
      names.add(joined(folder, module));
      return names;
    }
    while (!folder.isEmpty()) {
      names.add(joined(folder, module));
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('.')));
    }
    names.add(0, module);
    return names;
  }

  /** The same model with a line of one of its files replaced. */
  PythonDeclaration with(Edit.ReplaceSource edit) {
    Map<String, PythonFile> changed = new LinkedHashMap<>(files);
    changed.replaceAll((module, file) -> with(file, edit));
    PythonFile changedMain = changed.getOrDefault(main.module(), main);
    return new PythonDeclaration(changed, changedMain, type, with, call);
  }

  private static PythonFile with(PythonFile file, Edit.ReplaceSource edit) {
    return file.name().equals(edit.file()) ? file.withLine(edit.line(), edit.text()) : file;
  }

  private static String joined(String folder, String module) {
    return folder.isEmpty() ? module : module.isEmpty() ? folder : folder + "." + module;
  }
}
