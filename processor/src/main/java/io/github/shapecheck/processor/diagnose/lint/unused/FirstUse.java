package io.github.shapecheck.processor.diagnose.lint.unused;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes first of a name behind each statement: it is read, or another value replaces it. */
final class FirstUse {
  private static final int NEVER = Integer.MAX_VALUE;

  private final List<Statement> statements;
  private final int[] read;
  private final int[] replaced;
  private boolean searched;

  /** Of the names that these statements assign. */
  FirstUse(List<Statement> statements) {
    this.statements = statements;
    read = new int[statements.size()];
    replaced = new int[statements.size()];
  }

  /** Goes through them once, when the first value is in question. */
  private void search() {
    if (searched) {
      return;
    }
    searched = true;
    Map<String, Integer> reads = new HashMap<>();
    Map<String, Integer> assignments = new HashMap<>();
    for (int i = statements.size() - 1; i >= 0; i--) {
      Statement statement = statements.get(i);
      String name = assigned(statement).orElse("");
      read[i] = reads.getOrDefault(name, NEVER);
      replaced[i] = assignments.getOrDefault(name, NEVER);
      for (String mentioned : Mentions.of(List.of(statement)).names()) {
        reads.put(mentioned, i);
      }
      if (statement instanceof Statement.Assign assign) {
        for (Expression target : assign.targets()) {
          if (target instanceof Expression.Name other) {
            assignments.put(other.id(), i);
          }
        }
      }
    }
  }

  /** The one name that a statement assigns. */
  static Optional<String> assigned(Statement statement) {
    return statement instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name name
        ? Optional.of(name.id())
        : Optional.empty();
  }

  /** Whether the name that a statement assigns is read before it gets another value. */
  boolean isRead(int statement) {
    search();
    return read[statement] != NEVER && read[statement] <= replaced[statement];
  }

  /** The statement that replaces the value of the name that a statement assigns. */
  Optional<Statement> replacing(int statement) {
    search();
    return replaced[statement] == NEVER
        ? Optional.empty()
        : Optional.of(statements.get(replaced[statement]));
  }
}
