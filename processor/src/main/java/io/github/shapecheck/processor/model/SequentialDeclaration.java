package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field whose layers are written as calls of PyTorch's. */
public record SequentialDeclaration(List<Item> items, Origin origin) {

  /**
   * One layer as the user wrote it, parsed.
   *
   * @param called {@code conv} for {@code conv = Conv2d(3, 8, 5)}, else ""
   * @param classes the qualified names of the annotated classes that it calls, by simple name
   */
  public record Item(String called, Program program, Map<String, String> classes, Origin origin) {
    /** What it is called: as it says, else its place. */
    public String name(int place) {
      return called.isEmpty() ? Integer.toString(place) : called;
    }

    /** The call that makes it, absent where it is something else. */
    public Optional<Expression.Call> call() {
      return program.statements().size() == 1
              && program.statements().get(0).expression().orElse(null)
                  instanceof Expression.Call call
          ? Optional.of(call)
          : Optional.empty();
    }
  }
}
