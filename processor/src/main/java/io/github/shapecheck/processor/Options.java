package io.github.shapecheck.processor;

import io.github.shapecheck.processor.tell.Teller;
import java.util.Locale;
import javax.annotation.processing.ProcessingEnvironment;

/** The options that the user may give with {@code -A}. */
final class Options {
  static final String LINT = "shapecheck.lint";
  static final String HTML = "shapecheck.html";
  static final String LOCK = "shapecheck.lock";
  static final String LOCK_UPDATE = "shapecheck.lock.update";

  private Options() {}

  /** What becomes of lints: warnings unless told otherwise. */
  static Teller.Lint lint(ProcessingEnvironment environment) {
    String value = environment.getOptions().getOrDefault(LINT, "warn");
    try {
      return Teller.Lint.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return Teller.Lint.WARN;
    }
  }

  /** Whether the page of every model is written beside the classes. */
  static boolean html(ProcessingEnvironment environment) {
    return "true".equals(environment.getOptions().get(HTML));
  }
}
