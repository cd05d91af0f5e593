package io.github.shapecheck.processor.write;

import io.github.shapecheck.processor.describe.LockText;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.report.ShapeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares models with the shapes that were committed in a folder, or writes these anew. */
public record LockFile(Path folder, boolean update) {
  private static final String UPDATE = "-Ashapecheck.lock.update=true";

  /** A problem if the model is not as committed. */
  public List<Problem> check(ShapeReport report, Place place) {
    Path file = folder.resolve(report.model() + ".txt");
    List<String> present = LockText.of(report);
    try {
      List<String> committed = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
      String difference = LockText.difference(committed, present);
      if (difference.isEmpty()) {
        return List.of();
      } else if (update) {
        Files.createDirectories(folder);
        Files.writeString(file, String.join("\n", present) + "\n");
        return List.of();
      }
      return List.of(
          Problem.of(ProblemId.LOCK, place, message(report, file, committed) + difference)
              .repairedBy(List.of(new Edit.Aside(UPDATE))));
    } catch (IOException e) {
      String message = "the locked shapes cannot be used: " + e;
      return List.of(Problem.of(ProblemId.LOCK, place, message));
    }
  }

  private static String message(ShapeReport report, Path file, List<String> committed) {
    return committed.isEmpty()
        ? file + " is missing: " + UPDATE + " writes it"
        : report.model() + " is not what " + file + " says; " + UPDATE + " accepts this";
  }
}
