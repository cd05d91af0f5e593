package io.github.shapecheck.cli;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.tell.Teller;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages on Python files as javac writes its own: the line and a caret behind the first
 * line.
 */
final class JavacStyle implements Messager, Teller.Locator {
  private static final Pattern FIX_IN_FILE = Pattern.compile("(?<=fix: |; )([^:;]+?)(?=:[0-9]+: )");

  private final List<String> lines = new ArrayList<>();
  private String file = "";
  private UnaryOperator<String> shown = UnaryOperator.identity();
  private int errors;
  private int warnings;

  /**
   * From here on messages are on a file.
   *
   * @param name what to call the files that it imports
   */
  void on(String next, UnaryOperator<String> name) {
    file = next;
    shown = name;
  }

  /** Adds a line that is no message on a model. */
  void note(String line) {
    lines.add(line);
  }

  int errors() {
    return errors;
  }

  boolean hasErrors() {
    return errors > 0;
  }

  /** All messages and how many there were. */
  String text() {
    List<String> all = new ArrayList<>(lines);
    count(errors, "error", all);
    count(warnings, "warning", all);
    return String.join("\n", all);
  }

  private static void count(int count, String what, List<String> into) {
    if (count > 0) {
      into.add(count + " " + what + (count == 1 ? "" : "s"));
    }
  }

  @Override
  public boolean showsLine(Problem problem) {
    return problem.place().origin() instanceof PythonFile && problem.place().inForward();
  }

  @Override
  public void print(Messager messager, Diagnostic.Kind kind, String text, Problem problem) {
    Place place = problem.place();
    List<String> message = text.lines().toList();
    if (showsLine(problem)) {
      PythonFile source = (PythonFile) place.origin();
      headline(shown.apply(source.name()) + ":" + place.line(), kind, message.get(0));
      lines.add(Excerpt.of(source.program().line(place.line()), place.start()));
    } else {
      headline(file, kind, message.get(0));
    }
    message.stream().skip(1).forEach(line -> lines.add("  " + withShownFile(line)));
  }

  /** A fix with the names of its files as the user would write them. */
  private String withShownFile(String line) {
    return line.startsWith("  fix: ")
        ? FIX_IN_FILE
            .matcher(line)
            .replaceAll(file -> Matcher.quoteReplacement(shown.apply(file.group(1))))
        : line;
  }

  private void headline(String place, Diagnostic.Kind kind, String text) {
    boolean isError = kind == Diagnostic.Kind.ERROR;
    errors += isError ? 1 : 0;
    warnings += isError ? 0 : 1;
    lines.add(place + ": " + (isError ? "error: " : "warning: ") + text);
  }

  @Override
  public void printMessage(Diagnostic.Kind kind, CharSequence message) {
    headline(file, kind, message.toString());
  }

  @Override
  public void printMessage(Diagnostic.Kind kind, CharSequence message, @Nullable Element element) {
    printMessage(kind, message);
  }

  @Override
  public void printMessage(
      Diagnostic.Kind kind,
      CharSequence message,
      @Nullable Element element,
      @Nullable AnnotationMirror mirror) {
    printMessage(kind, message);
  }

  @Override
  public void printMessage(
      Diagnostic.Kind kind,
      CharSequence message,
      @Nullable Element element,
      @Nullable AnnotationMirror mirror,
      @Nullable AnnotationValue value) {
    printMessage(kind, message);
  }
}
