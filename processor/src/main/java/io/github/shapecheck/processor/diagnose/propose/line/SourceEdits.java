package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.operation.Role;
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
  private static final int NEAREST = 3;

  private SourceEdits() {}

  /** Edits for the number that the problem's own repair would write into the layer's line. */
  public static Stream<Edit> of(Failure failure) {
    return widths(failure).stream()
        .flatMap(
            widths ->
                edits(failure, failure.problem().place(), widths.declared(), widths.arriving()));
  }

  /** The same for the numbers of the layers that made what arrives. */
  public static Stream<Edit> ofProducer(Failure failure) {
    Optional<Widths> widths = widths(failure);
    return widths.isEmpty()
        ? Stream.of()
        : failure.layers().stream()
            .filter(spot -> !spot.path().equals(failure.problem().subject()))
            .flatMap(spot -> spot.numbers(Role.OUT, Role.IN_AND_OUT))
            .filter(made -> widths.get().needed(made.declared()) > 0)
            .limit(NEAREST)
            .flatMap(
                made ->
                    edits(
                        failure,
                        made.place(),
                        made.declared(),
                        widths.get().needed(made.declared())));
  }

  /** What a layer takes by what is written, and what it is given. */
  private record Widths(long declared, long arriving) {
    /** What a layer should make that makes so much; -1 where it makes something else. */
    long needed(long made) {
      long cells = made > 0 && arriving % made == 0 ? arriving / made : -1;
      return cells > 0 && declared % cells == 0 ? declared / cells : -1;
    }
  }

  private static Optional<Widths> widths(Failure failure) {
    List<Dim> numbers = failure.problem().facts().numbers();
    return numbers.size() != 1 || !numbers.get(0).isConstant()
        ? Optional.empty()
        : failure.problem().repairs().stream()
            .flatMap(SourceEdits::number)
            .findFirst()
            .map(arriving -> new Widths(numbers.get(0).value(), arriving));
  }

  private static Stream<Edit> edits(Failure failure, Place place, long declared, long needed) {
    Model model = failure.trace().model();
    PythonDeclaration python = model.python().orElse(null);
    if (python == null || !(place.origin() instanceof PythonFile file)) {
      return Stream.of();
    }
    boolean own = place.equals(failure.problem().place());
    NumberSources sources = new NumberSources(python.files().values(), own);
    LineEditing.at(model, place).stream()
        .flatMap(line -> line.around(place, Expression.class).stream().limit(1))
        .forEach(
            read -> sources.follow(PythonScope.at(file, place.line()), read, declared, needed));
    return sources.edits().distinct().limit(MOST);
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
