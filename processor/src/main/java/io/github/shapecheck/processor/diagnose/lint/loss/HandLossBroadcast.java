package io.github.shapecheck.processor.diagnose.lint.loss;

import io.github.shapecheck.processor.diagnose.lint.flow.Batch;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Kinds;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.value.Tensor;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A hand-written comparison of outputs with labels that pairs every sample with every other,
 * because one of them has an axis of one too many.
 */
public final class HandLossBroadcast implements Lint {
  private static final Set<Kind> AXIS_MAKERS =
      EnumSet.of(Kind.UNSQUEEZE, Kind.SUBSCRIPT, Kind.RESHAPE);

  @Override
  public void check(Node node, Findings findings) {
    List<Tensor> arguments = node.step().arguments();
    Tensor output = node.output();
    if (node.kind() != Kind.ARITHMETIC || arguments.size() != 2 || output == null) {
      return;
    }
    Tensor left = arguments.get(0);
    Tensor right = arguments.get(1);
    boolean pairs =
        Batch.count(output) == 2
            && Batch.count(left) == 1
            && Batch.count(right) == 1
            && left.rank() != right.rank();
    boolean leftIsLonger = left.rank() > right.rank();
    Tensor longer = leftIsLonger ? left : right;
    if (!pairs || isMeant(node, longer, leftIsLonger ? right : left)) {
      return;
    }
    findings.add(
        ProblemId.HAND_LOSS_BROADCAST,
        node,
        node.step().place(),
        "of "
            + left.shape()
            + " and "
            + right.shape()
            + " gives "
            + output.shape()
            + ": every sample is compared with every other; drop the axis of one with squeeze("
            + (longer.rank() - 1)
            + ") on the "
            + (leftIsLonger ? "left" : "right"),
        squeezed(node, leftIsLonger, longer.rank() - 1));
  }

  private static List<Edit> squeezed(Node node, boolean left, int axis) {
    Place place = node.step().place();
    return LineEditing.at(node.flow().trace().model(), place).stream()
        .flatMap(
            line ->
                line.around(place, Expression.class).stream()
                    .flatMap(pair -> operand(pair, left).stream())
                    .limit(1)
                    .filter(operand -> line.isOneLine(operand.span()))
                    .map(operand -> line.called(operand, "squeeze(" + axis + ")")))
        .toList();
  }

  private static Optional<Expression> operand(Expression pair, boolean left) {
    if (pair instanceof Expression.Comparison comparison) {
      return Optional.of(left ? comparison.left() : comparison.right());
    }
    return pair instanceof Expression.Binary sum
        ? Optional.of(left ? sum.left() : sum.right())
        : Optional.empty();
  }

  /**
   * Pairs on purpose: of a tensor with itself, or, unless one is a label, where the axis has just
   * been put in.
   */
  private static boolean isMeant(Node node, Tensor longer, Tensor shorter) {
    Node one = Kinds.source(node, longer);
    Node other = Kinds.source(node, shorter);
    if ((one == null) != (other == null)) {
      return false;
    }
    Node maker = node.maker(longer);
    boolean putIn = maker != null && AXIS_MAKERS.contains(maker.kind());
    return putIn || one != null && one == other || longer.source() == shorter.source();
  }
}
