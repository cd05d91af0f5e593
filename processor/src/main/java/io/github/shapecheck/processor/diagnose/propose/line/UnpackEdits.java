package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Proposes more or fewer names in front of the equals sign where several values arrive. */
public final class UnpackEdits {
  private UnpackEdits() {}

  /** One name less or one more where a problem stands; for a tuple a second name further up. */
  public static Stream<Edit> of(Failure failure) {
    Place place = failure.problem().place();
    boolean here = failure.problem().id() == ProblemId.UNPACK;
    return LineEditing.own(failure.trace().model())
        .map(
            line -> {
              List<Edit> edits = new ArrayList<>();
              int last =
                  LineEditing.at(failure.trace().model(), place).isPresent()
                      ? place.line()
                      : here ? 0 : line.program().lines().size();
              List<Statement> statements = line.statements();
              for (int i = statements.size() - 1; i >= 0; i--) {
                if (statements.get(i) instanceof Statement.Assign assign
                    && assign.targets().size() == 1
                    && line.isOneLine(assign.targets().get(0).span())
                    && assign.span().line() <= last
                    && (!here || assign.span().lastLine() >= last)) {
                  edits.addAll(here ? names(line, assign) : second(line, assign));
                }
              }
              return edits.stream();
            })
        .orElse(Stream.of());
  }

  private static List<Edit> names(LineEditing line, Statement.Assign assign) {
    Expression target = assign.targets().get(0);
    List<Edit> edits = new ArrayList<>();
    if (target instanceof Expression.TupleDisplay tuple && tuple.items().size() > 1) {
      Span first = tuple.items().get(0).span();
      Span last = tuple.items().get(tuple.items().size() - 1).span();
      if (tuple.items().size() > 2) {
        String state = line.text(tuple.items().get(1).span().to(last));
        edits.add(line.replaced(target.span(), "%s, (%s)".formatted(line.text(first), state)));
      }
      Span fewer = first.to(tuple.items().get(tuple.items().size() - 2).span());
      edits.add(line.replaced(target.span(), line.text(fewer)));
    }
    edits.add(line.replaced(target.span(), line.text(target) + ", _"));
    return edits;
  }

  private static List<Edit> second(LineEditing line, Statement.Assign assign) {
    return assign.targets().get(0) instanceof Expression.Name name
        ? List.of(line.replaced(name.span(), name.id() + ", _"))
        : List.of();
  }
}
