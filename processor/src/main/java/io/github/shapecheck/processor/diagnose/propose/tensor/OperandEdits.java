package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proposes to bring one of several tensors that do not fit each other into the shape of another:
 * resized, strided, with more or fewer channels, or with its axes in other places.
 */
public final class OperandEdits {
  private final FailingCall call;
  private final Function<Reshapings, List<String>> changes;
  private final Set<Edit> edits = new LinkedHashSet<>();

  private OperandEdits(FailingCall call, Function<Reshapings, List<String>> changes) {
    this.call = call;
    this.changes = changes;
  }

  /** Edits to try, those of what was made last first. */
  public static Stream<Edit> of(Failure failure) {
    return of(failure, Reshapings::all);
  }

  /** Zeros behind what is a few cells shorter. */
  public static Stream<Edit> padded(Failure failure) {
    return of(failure, reshapings -> reshapings.padded().stream().toList());
  }

  /** The first cells of what is longer. */
  public static Stream<Edit> cropped(Failure failure) {
    return of(failure, reshapings -> reshapings.cropped().stream().toList());
  }

  private static Stream<Edit> of(Failure failure, Function<Reshapings, List<String>> changes) {
    Problem problem = failure.problem();
    OperandEdits edits = new OperandEdits(failure.call(), changes);
    Step step = edits.call.step().orElse(null);
    if (step != null && step.layer() == null) {
      edits.propose(step, problem);
    }
    return edits.edits.stream();
  }

  private void propose(Step step, Problem problem) {
    List<Expression> operands = call.expression().map(OperandEdits::operands).orElse(List.of());
    List<Tensor> tensors = step.arguments();
    if (operands.size() != tensors.size()) {
      return; // some are no tensors
    }
    List<Integer> latestFirst =
        IntStream.range(0, operands.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> !isTable(tensors.get(i)))
                    .thenComparing(i -> -tensors.get(i).source()))
            .toList();
    for (int i : latestFirst) {
      Shape shape = tensors.get(i).shape();
      for (int other = 0; other < operands.size(); other++) {
        Shape wanted = wanted(problem, shape, i, tensors.get(other).shape());
        if (other != i && !wanted.equals(shape)) {
          String text = call.operand(operands.get(i));
          if (!tensors.get(i).dtype().isFloating() && shape.rank() == wanted.rank()) {
            break; // masks and indices are of one size with what they are for
          }
          if (shape.rank() > 2 && tensors.get(other).rank() == 2) {
            call.replaced(operands.get(i), text + ".flatten(1)").ifPresent(edits::add);
          }
          String fitted = call.operand(operands.get(other));
          for (String changed : changes.apply(new Reshapings(text, shape, fitted, wanted))) {
            call.replaced(operands.get(i), changed).ifPresent(edits::add);
          }
          break;
        }
      }
    }
  }

  /** Whether the samples have it in common, which fits it to them. */
  private static boolean isTable(Tensor tensor) {
    return tensor.source() < 0 && !tensor.shape().dims().contains(InputDeclaration.BATCH);
  }

  /** What the other one wants of this: its shape, or as many columns as it has rows. */
  private static Shape wanted(Problem problem, Shape shape, int index, Shape other) {
    boolean product = problem.id() == ProblemId.MATMUL;
    if (!product || shape.rank() < 2 || other.rank() < 2) {
      return other;
    }
    if (shape.rank() == 3 && other.rank() == 3 && !shape.dim(0).equals(other.dim(0))) {
      return shape.with(0, other.dim(0)); // one matrix for all samples
    }
    return index == 0 ? shape.with(-1, other.dim(-2)) : shape.with(-2, other.dim(-1));
  }

  /** What an operator or a call combines, a list's items one by one. */
  private static List<Expression> operands(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    List<Expression> operands = new ArrayList<>();
    if (expression instanceof Expression.Call function) {
      boolean method =
          function.callee() instanceof Expression.Attribute attribute
              && !(attribute.target() instanceof Expression.Name module
                  && List.of("torch", "F").contains(module.id()));
      if (method) {
        operands.add(((Expression.Attribute) function.callee()).target());
      }
      for (Expression argument : function.positional()) {
        if (argument instanceof Expression.TupleDisplay tuple) {
          operands.addAll(tuple.items());
        } else if (argument instanceof Expression.ListDisplay list) {
          operands.addAll(list.items());
        } else if (!(argument instanceof Expression.IntLiteral)
            && !(argument instanceof Expression.Unary)) {
          operands.add(argument);
        }
      }
    }
    return operands;
  }
}
