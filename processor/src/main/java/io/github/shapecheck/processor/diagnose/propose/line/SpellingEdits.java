package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Proposes the nearest known name for one that nothing bears. */
public final class SpellingEdits {
  /** What strings in calls say: reductions, modes of interpolation and of padding. */
  private static final List<String> WORDS =
      List.of(
          """
          mean sum none nearest bilinear linear trilinear bicubic area reflect replicate circular
          constant zeros border reflection
          """
              .split("\\s+"));

  private SpellingEdits() {}

  /** The variable, layer, input, function or word of the nearest name. */
  public static Stream<Edit> of(Failure failure) {
    Place place = failure.problem().place();
    boolean names =
        failure.problem().id() == ProblemId.UNKNOWN_NAME
            || failure.problem().id() == ProblemId.UNKNOWN_FUNCTION;
    if (!names) {
      return LineEditing.at(failure.trace().model(), place).stream()
          .flatMap(line -> words(line, place));
    }
    return LineEditing.at(failure.trace().model(), place).stream()
        .flatMap(
            line ->
                Stream.concat(
                    line.expressions(place.line()).stream()
                        .filter(expression -> line.isWithin(expression.span(), place))
                        .flatMap(expression -> edits(line, expression, failure)),
                    chained(line, place)));
  }

  /** A layer that was called as if it were one of another layer: its call on the other's result. */
  private static Stream<Edit> chained(LineEditing line, Place place) {
    return line.around(place, Expression.Call.class).stream()
        .limit(1)
        .filter(
            call -> call.callee() instanceof Expression.Attribute && line.isOneLine(call.span()))
        .map(
            call -> {
              Expression.Attribute layer = (Expression.Attribute) call.callee();
              String first = line.text(layer.target());
              String owner = first.substring(0, first.lastIndexOf('.') + 1);
              String inner = first + line.text(call).substring(line.text(layer).length());
              return line.replaced(call.span(), owner + layer.name() + "(" + inner + ")");
            });
  }

  private static Stream<Edit> words(LineEditing line, Place place) {
    return line.expressions(place.line()).stream()
        .filter(part -> part instanceof Expression.StringLiteral && line.isOneLine(part.span()))
        .flatMap(
            part -> {
              String written = ((Expression.StringLiteral) part).value();
              char quote = line.text(part).charAt(line.text(part).length() - 1);
              return Stream.concat(NearestName.of(written, WORDS).stream(), WORDS.stream())
                  .filter(word -> !word.equals(written))
                  .distinct()
                  .map(word -> line.replaced(part.span(), quote + word + quote));
            });
  }

  private static Stream<Edit> edits(LineEditing line, Expression expression, Failure failure) {
    if (expression instanceof Expression.Name name) {
      List<String> known = new ArrayList<>(line.variablesBefore(name.span().line()));
      failure.trace().model().root().inputs().stream()
          .map(InputDeclaration::name)
          .forEach(known::add);
      failure.trace().model().root().fields().stream()
          .map(FieldDeclaration::name)
          .forEach(known::add);
      return Stream.of(NearestName.of(name.id(), known), Catalogue.nearestFunction(name.id()))
          .flatMap(Optional::stream)
          .map(near -> line.replaced(name.span(), near));
    }
    if (expression instanceof Expression.Attribute attribute) {
      Span whole = attribute.span();
      Span last =
          new Span(
              whole.lastLine(),
              Math.max(0, whole.end() - attribute.name().length()),
              whole.lastLine(),
              whole.end());
      if (Catalogue.function(attribute.name()) != null
          && attribute.target() instanceof Expression.Name) {
        return Stream.of(line.replaced(whole, "F." + attribute.name()));
      }
      List<String> fields =
          failure.trace().model().root().fields().stream().map(FieldDeclaration::name).toList();
      return Stream.of(
              NearestName.of(attribute.name(), fields), Catalogue.nearestFunction(attribute.name()))
          .flatMap(Optional::stream)
          .map(near -> line.replaced(last, near));
    }
    return Stream.of();
  }
}
