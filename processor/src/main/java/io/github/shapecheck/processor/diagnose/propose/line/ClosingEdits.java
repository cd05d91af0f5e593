package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import java.util.List;
import java.util.stream.Stream;

/** Proposes the brackets that a line may lack at its end. */
public final class ClosingEdits {
  private static final List<String> CLOSING = List.of(")", "]", "))", "])", ")]");

  private ClosingEdits() {}

  /** The line with each of the likely endings. */
  public static Stream<Edit> of(Failure failure) {
    Place place = failure.problem().place();
    return LineEditing.at(failure.trace().model(), place).stream()
        .flatMap(
            editing -> {
              String text = editing.program().line(place.line()).strip();
              return CLOSING.stream().map(end -> editing.replaced(place.line(), text + end));
            });
  }
}
