package io.github.shapecheck.processor.diagnose.lint.axis;

import io.github.shapecheck.processor.diagnose.lint.flow.Batch;
import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A view that gives axes another order: a view only counts the numbers off anew, so that those of
 * one axis, or of one sample, end up in another.
 */
public final class ViewAsTranspose implements Lint {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    Tensor output = node.output();
    if (node.kind() != Kind.RESHAPE || input == null || output == null) {
      return;
    }
    List<Dim> before = without(input.shape().dims());
    List<Dim> after = without(output.shape().dims());
    boolean reordered = isReordered(before, after);
    boolean mixes = reordered || isBatchMoved(before, after);
    if (!mixes || isShift(node) || endsShift(node)) {
      return;
    }
    findings.add(
        ProblemId.VIEW_AS_TRANSPOSE,
        node,
        node.step().place(),
        "makes "
            + output.shape()
            + " of "
            + input.shape()
            + " without moving any number, which mixes "
            + (reordered ? "the axes" : "the samples")
            + ": use "
            + (reordered
                ? swap(input, output)
                : "transpose or permute to bring N to the front first"),
        reordered ? Changes.method(node, swap(input, output)) : List.of());
  }

  /**
   * Padded by one, viewed with rows for columns and cut again: so relative positions are shifted,
   * each row by one more than the row above.
   */
  private static boolean isShift(Node view) {
    Node maker = maker(view);
    return maker != null
        && (maker.kind() == Kind.JOIN || maker.kind() == Kind.PAD)
        && view.readers().stream().allMatch(reader -> reader.kind() == Kind.SUBSCRIPT);
  }

  private static boolean endsShift(Node view) {
    Node cut = maker(view);
    Node shift = cut == null || cut.kind() != Kind.SUBSCRIPT ? null : maker(cut);
    return shift != null && shift.kind() == Kind.RESHAPE && isShift(shift);
  }

  private static @Nullable Node maker(Node node) {
    Tensor input = node.input();
    return input == null ? null : node.maker(input);
  }

  /** Axes of one may stand anywhere. */
  private static List<Dim> without(List<Dim> dims) {
    return dims.stream().filter(dim -> !dim.equals(ONE)).toList();
  }

  private static boolean isReordered(List<Dim> before, List<Dim> after) {
    List<Dim> left = new ArrayList<>(after);
    for (Dim dim : before) {
      if (!left.remove(dim)) {
        return false;
      }
    }
    return left.isEmpty() && !before.equals(after);
  }

  /** The batch keeps its place exactly if as many numbers stand before it. */
  private static boolean isBatchMoved(List<Dim> before, List<Dim> after) {
    int from = Batch.axis(before);
    int to = Batch.axis(after);
    return from >= 0
        && to >= 0
        && !Shape.of(before.subList(0, from))
            .numel()
            .equals(Shape.of(after.subList(0, to)).numel());
  }

  private static String swap(Tensor input, Tensor output) {
    List<Dim> from = input.shape().dims();
    List<Dim> to = output.shape().dims();
    if (from.size() != to.size() || new HashSet<>(from).size() < from.size()) {
      return "permute";
    }
    List<String> order = from.stream().map(dim -> "").collect(Collectors.toList());
    List<Integer> moved = new ArrayList<>();
    for (int i = 0; i < to.size(); i++) {
      order.set(i, String.valueOf(from.indexOf(to.get(i))));
      if (from.indexOf(to.get(i)) != i) {
        moved.add(i);
      }
    }
    return moved.size() == 2
        ? "transpose(" + moved.get(0) + ", " + moved.get(1) + ")"
        : "permute(" + String.join(", ", order) + ")";
  }
}
