package io.github.shapecheck.processor.diagnose.lint.axis;

import io.github.shapecheck.processor.diagnose.lint.flow.Batch;
import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Flow;
import io.github.shapecheck.processor.diagnose.lint.flow.ModelLint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An output that gives several rows for each sample, which no loss in the model takes so. */
public final class RowsPerSample implements ModelLint {
  /** A reshape of a name that leaves its rows to be computed. */
  private static final String ROWS_FIRST = "^(\\w+)\\.(view|reshape)\\(-1, ";

  @Override
  public void check(Flow flow, Findings findings) {
    for (Tensor output : flow.trace().outputs()) {
      Node maker = flow.maker(output);
      Dim rows = maker == null ? null : rows(output);
      if (maker == null
          || rows == null
          || maker.readers().stream().anyMatch(reader -> reader.kind().isLoss())) {
        continue;
      }
      Dim each = rows.dividedBy(InputDeclaration.BATCH).orElse(Dim.unknown());
      Node fold = beginning(maker, rows);
      findings.add(
          ProblemId.ROWS_PER_SAMPLE,
          fold,
          fold.step().place(),
          "makes "
              + each
              + " rows of each sample, and so the output "
              + output.shape()
              + " has "
              + rows
              + " for N samples: if one is meant, keep the batch in front, as in"
              + " view(x.size(0), -1)",
          fold.kind() == Kind.RESHAPE ? unfolded(fold) : List.of());
      return;
    }
  }

  /** All values of a sample in a row, or its rows on an axis of their own. */
  private static List<Edit> unfolded(Node fold) {
    List<Edit> edits =
        new ArrayList<>(
            Changes.rewritten(fold, subject -> subject + ".view(" + subject + ".size(0), -1)"));
    edits.addAll(
        Changes.text(
            fold,
            fold.step().place(),
            call -> call.replaceFirst(ROWS_FIRST, "$1.$2($1.size(0), -1, ")));
    return edits;
  }

  /** The axis with several rows for a sample, or null. */
  private static @Nullable Dim rows(Tensor output) {
    for (Dim dim : output.shape().dims()) {
      Optional<Dim> each =
          !dim.equals(InputDeclaration.BATCH) && Batch.isIn(dim)
              ? dim.dividedBy(InputDeclaration.BATCH)
              : Optional.empty();
      if (each.isPresent() && !Batch.isIn(each.get())) {
        return dim;
      }
    }
    return null;
  }

  /** The operation that made the rows. */
  private static Node beginning(Node last, Dim rows) {
    Node node = last;
    while (true) {
      Node before = null;
      for (Tensor argument : node.step().arguments()) {
        if (argument.shape().dims().contains(rows)) {
          before = node.maker(argument);
        }
      }
      if (before == null) {
        return node;
      }
      node = before;
    }
  }
}
