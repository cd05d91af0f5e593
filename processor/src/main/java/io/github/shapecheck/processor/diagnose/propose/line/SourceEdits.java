package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proposes another source for the number of a layer whose line of Python makes many: another
 * variable, another argument of a call, another default, constant or entry of a table.
 */
public final class SourceEdits {
  private static final int MOST = 24;

  private SourceEdits() {}

  /** Edits for the number that the problem's own repair would write into the layer's line. */
  public static Stream<Edit> of(Failure failure) {
    Model model = failure.trace().model();
    Place place = failure.problem().place();
    PythonDeclaration python = model.python().orElse(null);
    List<Dim> numbers = failure.problem().facts().numbers();
    Optional<Long> needed =
        failure.problem().repairs().stream().flatMap(SourceEdits::number).findFirst();
    if (python == null
        || needed.isEmpty()
        || numbers.size() != 1
        || !numbers.get(0).isConstant()
        || !(place.origin() instanceof PythonFile file)) {
      return Stream.of();
    }
    NumberSources sources = new NumberSources(python.files().values());
    LineEditing.at(model, place).stream()
        .flatMap(line -> line.around(place, Expression.class).stream().limit(1))
        .forEach(
            read ->
                sources.follow(
                    PythonScope.at(file, place.line()),
                    read,
                    numbers.get(0).value(),
                    needed.get()));
    return sources.edits().stream().distinct().limit(MOST);
  }

  /** The number that an edit gives to a single member. */
  private static Stream<Long> number(Edit repair) {
    Edit.SetMembers meaning =
        repair instanceof Edit.ReplaceSource line
            ? line.meaning()
            : repair instanceof Edit.SetMembers set ? set : null;
    return meaning != null
            && meaning.members().size() == 1
            && meaning.members().values().iterator().next() instanceof Setting.Number number
        ? Stream.of(number.value())
        : Stream.of();
  }
}
