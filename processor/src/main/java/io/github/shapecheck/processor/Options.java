package io.github.shapecheck.processor;

import io.github.shapecheck.processor.python.parser.token.Ascii;
import io.github.shapecheck.processor.tell.Teller;
import io.github.shapecheck.processor.write.LockFile;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** The options that the user may give with {@code -A}. */
final class Options {
  static final String LINT = "shapecheck.lint";
  static final String HTML = "shapecheck.html";
  static final String REPORT = "shapecheck.report";
  static final String LOCK = "shapecheck.lock";
  static final String LOCK_UPDATE = "shapecheck.lock.update";
  static final String PYTHON = "shapecheck.python";

  static final String ERRORS = "shapecheck.errors";

  static final String VERBOSE = "shapecheck.verbose";

  private static final List<String> SWITCH = List.of("true", "false");

  /** Every option with the values that it may have; without any where it takes a path. */
  private static final Map<String, List<String>> KNOWN =
      new TreeMap<>(
          Map.of(
              LINT,
              List.of("warn", "error", "off"),
              HTML,
              SWITCH,
              REPORT,
              SWITCH,
              VERBOSE,
              SWITCH,
              LOCK,
              List.of(),
              ERRORS,
              List.of(),
              PYTHON,
              List.of(),
              LOCK_UPDATE,
              SWITCH));

  /** By which Gradle learns whether a model may be compiled alone. */
  private static final String GRADLE = "org.gradle.annotation.processing.";

  private Options() {}

  /** The options, and that the page of all models follows from all models. */
  static Set<String> supported(ProcessingEnvironment environment) {
    Set<String> names = new TreeSet<>(KNOWN.keySet());
    names.add(GRADLE + (html(environment) ? "aggregating" : "isolating"));
    return names;
  }

  /** What the user gave that does not exist, each with what does. */
  static List<String> mistakes(ProcessingEnvironment environment) {
    List<String> mistakes = new ArrayList<>();
    for (Map.Entry<String, String> given : new TreeMap<>(environment.getOptions()).entrySet()) {
      String name = given.getKey();
      String value = given.getValue();
      List<String> values = KNOWN.get(name);
      if (values == null && name.startsWith("shapecheck")) {
        mistakes.add(
            "no option -A"
                + Ascii.of(name)
                + "; there are -A"
                + String.join(", -A", KNOWN.keySet()));
      } else if (values != null && !isOneOf(values, value)) {
        boolean nothing = value == null || value.isBlank();
        mistakes.add(
            ("-A" + name)
                + (nothing ? " needs a value" : " cannot be " + Ascii.of(value))
                + ("; it is " + (values.isEmpty() ? "a path" : String.join(" or ", values))));
      }
    }
    return mistakes;
  }

  private static boolean isOneOf(List<String> values, @Nullable String value) {
    if (value == null) {
      return values == SWITCH;
    }
    return values.isEmpty() ? isPath(value) : values.contains(value.toLowerCase(Locale.ROOT));
  }

  private static boolean isPath(String value) {
    try {
      return !value.isBlank() && !Path.of(value).toString().isEmpty();
    } catch (InvalidPathException never) {
      return false;
    }
  }

  /** What the user gave, "" where that is nothing. */
  private static String value(ProcessingEnvironment environment, String name) {
    String value = environment.getOptions().get(name);
    return value == null ? "" : value;
  }

  /** The folders of Python files. */
  static List<String> python(ProcessingEnvironment environment) {
    return Stream.of(value(environment, PYTHON).split(File.pathSeparator))
        .filter(Options::isPath)
        .map(String::strip)
        .toList();
  }

  private static boolean isOn(ProcessingEnvironment environment, String name) {
    String value = environment.getOptions().getOrDefault(name, "false");
    return value == null || value.equalsIgnoreCase("true");
  }

  /** The address of the page that docs/errors.md has become, if the user gave one. */
  static Optional<String> errors(ProcessingEnvironment environment) {
    String page = value(environment, ERRORS);
    return page.isBlank() ? Optional.empty() : Optional.of(page);
  }

  /** Whether a note says how much was checked. */
  static boolean verbose(ProcessingEnvironment environment) {
    return isOn(environment, VERBOSE);
  }

  /** What becomes of lints: warnings unless told otherwise. */
  static Teller.Lint lint(ProcessingEnvironment environment) {
    String given = value(environment, LINT);
    for (Teller.Lint lint : Teller.Lint.values()) {
      if (lint.name().equalsIgnoreCase(given)) {
        return lint;
      }
    }
    return Teller.Lint.WARN;
  }

  /** The folder of committed shapes, if the user gave one. */
  static Optional<LockFile> lock(ProcessingEnvironment environment) {
    String folder = value(environment, LOCK);
    boolean update = isOn(environment, LOCK_UPDATE);
    return isPath(folder)
        ? Optional.of(new LockFile(ProjectFolder.resolve(environment, folder), update))
        : Optional.empty();
  }

  /** Whether the page of every model is written beside the classes. */
  static boolean html(ProcessingEnvironment environment) {
    return isOn(environment, HTML) && report(environment);
  }

  /** Whether models get classes with their reports. */
  static boolean report(ProcessingEnvironment environment) {
    return !"false".equalsIgnoreCase(value(environment, REPORT));
  }
}
