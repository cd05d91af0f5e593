package io.github.shapecheck.report.text;

import io.github.shapecheck.report.ShapeReport;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A report as text, one line for each input, step, unused layer and output, all that is known about
 * it in indented lines below: docs/report-text.md has the grammar.
 */
public final class ReportText {
  /** The parameter whose name is left out. */
  static final String UNNAMED = "input";

  /** The element type that is left out. */
  static final String DTYPE = "float32";

  private static final ClassValue<AtomicReference<ShapeReport>> REPORTS =
      new ClassValue<>() {
        @Override
        protected AtomicReference<ShapeReport> computeValue(Class<?> generated) {
          return new AtomicReference<>();
        }
      };

  private ReportText() {}

  /** The lines of a report. */
  public static List<String> write(ShapeReport report) {
    return new ReportWriter().lines(report);
  }

  /**
   * The report that a text tells.
   *
   * @throws IllegalArgumentException if it is not the text of a report; the message names the line
   */
  public static ShapeReport read(String text) {
    return new ReportReader().report(text);
  }

  /**
   * The report of a generated class, read when it is first asked for; called by generated code.
   *
   * @param generated the class
   * @param parts its text, in parts as long as a class file's strings may be
   */
  public static ShapeReport of(Class<?> generated, String... parts) {
    AtomicReference<ShapeReport> known = REPORTS.get(generated);
    ShapeReport report = known.get();
    if (report == null) {
      report = read(String.join("", parts));
      known.set(report);
    }
    return report;
  }
}
