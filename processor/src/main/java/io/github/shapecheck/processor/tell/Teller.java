package io.github.shapecheck.processor.tell;

import io.github.shapecheck.processor.diagnose.Diagnosis;
import io.github.shapecheck.processor.diagnose.Finding;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Prints problems, each once; the only caller of {@link Messager}.
 *
 * @param told what has been told before, for other models of the compilation too
 */
public record Teller(Messager messager, Locator locator, Lint lint, Set<Told> told) {
  /** What becomes of lints. */
  public enum Lint {
    WARN,
    ERROR,
    OFF
  }

  /** Where a problem is shown. */
  public interface Locator {
    /** Prints a message at the origin of a problem. */
    void print(Messager messager, Diagnostic.Kind kind, String text, Problem problem);

    /** The address of the page on which each id has a section, where it is not the build's. */
    default Optional<String> page() {
      return Optional.empty();
    }

    /** Whether it shows the line of a problem itself, so that the text need not. */
    default boolean showsLine(Problem problem) {
      return false;
    }
  }

  public record Told(ProblemId id, Place place, String message) {}

  private static final int LONGEST_BUG = 500;
  private static final ErrorsPage PAGE = ErrorsPage.ofBuild();

  /** Prints a warning that concerns the whole compilation. */
  public static void warn(ProcessingEnvironment environment, String text) {
    environment.getMessager().printMessage(Diagnostic.Kind.WARNING, text);
  }

  /** Prints why the page of all models could not be written. */
  public static void warnOfReport(ProcessingEnvironment environment, String why) {
    warn(environment, "[" + ProblemId.REPORT.id() + "] " + why);
  }

  /** Prints how many models were checked. */
  public static void note(ProcessingEnvironment environment, int models) {
    String text = "shapecheck has checked " + models + (models == 1 ? " model" : " models");
    environment.getMessager().printMessage(Diagnostic.Kind.NOTE, text);
  }

  /** Prints the findings. */
  public void tell(Diagnosis diagnosis) {
    Map<Trace, Message> messages = new IdentityHashMap<>();
    ErrorsPage page = locator.page().isEmpty() ? PAGE : new ErrorsPage(locator.page().get());
    for (Finding finding : diagnosis.findings()) {
      Problem problem = finding.problem();
      Diagnostic.Kind kind = kind(problem.id());
      if (kind != null && told.add(told(problem))) {
        Message message = messages.computeIfAbsent(finding.trace(), Message::new);
        String text = message.of(problem, finding.told(), !locator.showsLine(problem));
        locator.print(messager, kind, text + page.line(problem.id()), problem);
      }
    }
  }

  /** Reports a bug of ours on the model on which it showed. */
  public void internal(Element model, Throwable bug) {
    messager.printMessage(
        Diagnostic.Kind.ERROR,
        "["
            + ProblemId.INTERNAL.id()
            + "] shapecheck failed on this model, which is a bug of shapecheck and not of yours: "
            + Message.cut(bug.toString(), LONGEST_BUG)
            + ours(bug),
        model);
  }

  /** Where in our own code it was. */
  private static String ours(Throwable bug) {
    return Arrays.stream(bug.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("io.github.shapecheck."))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }

  /** A lint in a module is told once, whatever the ways to it. */
  private static Told told(Problem problem) {
    boolean lint = problem.id().severity() == ProblemId.Severity.LINT;
    return new Told(problem.id(), problem.place(), lint ? "" : problem.message());
  }

  private Diagnostic.@org.jspecify.annotations.Nullable Kind kind(ProblemId id) {
    return switch (id.severity()) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
      case LINT ->
          switch (lint) {
            case WARN -> Diagnostic.Kind.WARNING;
            case ERROR -> Diagnostic.Kind.ERROR;
            case OFF -> null;
          };
    };
  }
}
