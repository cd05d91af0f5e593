package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.parser.Reparsing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of Python that a model is read from, or a text in an annotation. */
public final class PythonFile implements Origin {
  private final String module;
  private final String name;
  private final String folder;
  private final Program program;
  private final Origin annotation;

  /**
   * A parsed file.
   *
   * @param module dotted, as other files import it
   * @param name its path, for messages
   * @param annotation where the model refers to it
   */
  public PythonFile(String module, String name, Program program, Origin annotation) {
    this.module = module;
    this.name = name;
    this.program = program;
    this.annotation = annotation;
    boolean itself = name.endsWith("__init__.py");
    int dot = module.lastIndexOf('.');
    this.folder = itself ? module : dot < 0 ? "" : module.substring(0, dot);
  }

  /** The dotted name by which other files import it. */
  public String module() {
    return module;
  }

  /** The package that its relative imports start from, empty for none. */
  public String folder() {
    return folder;
  }

  /** Whether it is a part of PyTorch's, in which nobody repairs anything. */
  public boolean isLibrary() {
    return module.startsWith("torch.") || module.startsWith("torchvision.");
  }

  public String name() {
    return name;
  }

  public Program program() {
    return program;
  }

  /** A line of it, counted from 1. */
  public String line(int number) {
    return program.line(number);
  }

  /** The same file with another text for a line, indented as before. */
  PythonFile withLine(int line, String text) {
    String before = program.line(line);
    String indent = before.substring(0, before.length() - before.stripLeading().length());
    Program changed = Reparsing.of(program, line, indent + text);
    return new PythonFile(module, name, changed, annotation);
  }

  /** Where the model refers to it. */
  public Origin annotation() {
    return annotation;
  }

  @Override
  public boolean hasSource() {
    return annotation.hasSource();
  }

  /** Whether it is the same file, perhaps with a changed line. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PythonFile file
        && module.equals(file.module)
        && name.equals(file.name)
        && annotation.equals(file.annotation);
  }

  @Override
  public int hashCode() {
    return Objects.hash(module, name);
  }
}
