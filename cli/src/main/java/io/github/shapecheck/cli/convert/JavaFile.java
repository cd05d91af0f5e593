package io.github.shapecheck.cli.convert;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A written class.
 *
 * @param name its simple name
 * @param imports the qualified names that it imports
 * @param body the class with its annotations
 */
public record JavaFile(String name, Collection<String> imports, String body) {

  /** The text of its file. */
  public String text(String packageName) {
    return together(packageName, List.of(this));
  }

  /** Several classes in one file. */
  public static String together(String packageName, List<JavaFile> files) {
    String head = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
    TreeSet<String> imports = new TreeSet<>();
    files.forEach(file -> imports.addAll(file.imports()));
    String lines =
        imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
    String bodies = files.stream().map(JavaFile::body).collect(Collectors.joining("\n"));
    return head + lines + (lines.isEmpty() ? "" : "\n") + bodies;
  }
}
