package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Edit.ReplaceSource;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds the fixes of a Python model's only error against its other numbers: what leaves out how a
 * width came to be, or wants another input, comes behind a number that puts all right.
 */
final class LikelierNumber {
  /** A program that takes more steps is not run for each of its numbers. */
  private static final int MOST_EFFORT = 20_000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private final Collection<PythonFile> files;

  private LikelierNumber(PythonDeclaration python) {
    files = python.files().values();
  }

  /** The findings, where there is one error with such numbers among its fixes. */
  static List<Finding> among(List<Finding> findings, Trace trace, Repairs repairs) {
    long errors = findings.stream().filter(found -> found.problem().id().isError()).count();
    PythonDeclaration python = trace.model().python().orElse(null);
    if (errors != 1 || python == null || trace.effort() > MOST_EFFORT) {
      return findings;
    }
    LikelierNumber numbers = new LikelierNumber(python);
    return findings.stream()
        .map(found -> found.problem().id().isError() ? numbers.in(found, repairs) : found)
        .toList();
  }

  private Finding in(Finding found, Repairs repairs) {
    List<Edit> fixes = found.fixes();
    Set<Edit> all = new LinkedHashSet<>(fixes.stream().filter(repairs::restoresImage).toList());
    List<Edit> behind =
        fixes.stream().filter(fix -> !all.contains(fix) && isBehind(fix, found.problem())).toList();
    all.addAll(fixes);
    if (fixes.size() < Repairs.MOST || behind.contains(fixes.get(0))) {
      behind.forEach(all::remove);
      all.addAll(repairs.ofAll());
    }
    all.addAll(behind);
    return found.with(all.stream().limit(Repairs.MOST).toList());
  }

  /** Whether a fix wants other data, or hides what a number was computed from or held against. */
  private boolean isBehind(Edit fix, Problem problem) {
    return fix instanceof Edit.SetInput
        || fix instanceof ReplaceSource line
            && (line.meaning() != null && hidesNames(line)
                || problem.id() == ProblemId.RAISES && line.isOfLine(problem.place().line()));
  }

  /** Whether a name of its line is gone with a fix. */
  private boolean hidesNames(ReplaceSource fix) {
    return files.stream()
        .filter(file -> file.name().equals(fix.file()))
        .map(file -> file.line(fix.line()))
        .anyMatch(line -> names(line) > names(fix.text()));
  }

  private static long names(String line) {
    return NAME.matcher(line).results().count();
  }
}
