package io.github.shapecheck.processor;

import io.github.shapecheck.processor.tell.Teller;
import io.github.shapecheck.processor.write.LockFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** The options that the user may give with {@code -A}. */
final class Options {
  static final String LINT = "shapecheck.lint";
  static final String HTML = "shapecheck.html";
  static final String REPORT = "shapecheck.report";
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

  /** The folder of committed shapes, if the user gave one. */
  static Optional<LockFile> lock(ProcessingEnvironment environment) {
    String folder = environment.getOptions().get(LOCK);
    boolean update = "true".equals(environment.getOptions().get(LOCK_UPDATE));
    return folder == null || folder.isBlank()
        ? Optional.empty()
        : Optional.of(new LockFile(Path.of(folder), update));
  }

  /** Whether the page of every model is written beside the classes. */
  static boolean html(ProcessingEnvironment environment) {
    return "true".equals(environment.getOptions().get(HTML));
  }

  /** Whether models get classes with their reports. */
  static boolean report(ProcessingEnvironment environment) {
    return !"false".equals(environment.getOptions().get(REPORT));
  }
}
