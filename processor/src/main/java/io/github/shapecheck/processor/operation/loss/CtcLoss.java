package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.ReportedProblem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/**
 * The loss of an alignment: {@code CTCLoss} and {@code F.ctc_loss}. Rules ctc-loss-1 to ctc-loss-6.
 */
public record CtcLoss() implements LossRule {
  private static final Dim ONE = Dim.of(1);

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("log_probs");
    if (input.rank() != 2 && input.rank() != 3) { // ctc-loss-1
      throw call.refuse(
          ProblemId.RANK, "log_probs", "needs [T, N, C] or [T, C] but receives " + input.shape());
    }
    Elements.requireFloating(call, input);
    if (call.fails(input.dim(0), Relation.GE, ONE)) {
      call.problem(ProblemId.ZERO_SIZE, "log_probs", "receives no time step: " + input.shape());
    }
    boolean batched = input.rank() == 3;
    Dim batch = batched ? input.dim(1) : ONE;
    Dim classes = input.dim(-1);
    Dim blank = call.dim("blank");
    if (call.fails(blank, Relation.GE, Dim.of(0)) || call.fails(blank, Relation.LT, classes)) {
      call.problem( // ctc-loss-2
          ProblemId.RANGE,
          "blank",
          "has " + classes + " classes, none of which is the blank " + blank);
    }
    checkTargets(call, batch);
    checkLengths(call, "input_lengths", batch);
    checkLengths(call, "target_lengths", batch);
    return Loss.reduced(call, input, batched ? Shape.of(batch) : Shape.scalar()); // ctc-loss-6
  }

  /** Rules ctc-loss-3 and ctc-loss-4: a row of labels for each sample, or all labels in one row. */
  private static void checkTargets(Call call, Dim batch) {
    Tensor targets = call.tensor("targets");
    boolean rank = targets.rank() == 1 || targets.rank() == 2;
    if (!rank || (targets.rank() == 2 && call.fails(targets.dim(0), Relation.EQ, batch))) {
      ReportedProblem reported =
          call.problem(
              ProblemId.LOSS_SHAPE,
              "targets",
              "needs targets [%s, S], or all in one row, for %s but receives %s",
              batch,
              call.tensor("log_probs").shape(),
              targets.shape());
      if (targets.rank() == 2) {
        reported.input(targets, targets.shape().with(0, batch));
      }
    }
  }

  /** Rule ctc-loss-5: a whole number for each sample. */
  private static void checkLengths(Call call, String parameter, Dim batch) {
    Value given = call.get(parameter);
    Dim count;
    if (given instanceof Value.Sequence lengths) {
      count = Dim.of(lengths.items().size());
    } else {
      Tensor lengths = call.tensor(parameter);
      count = lengths.shape().numel();
      if (!lengths.dtype().isInteger()) {
        call.problem(
                ProblemId.LOSS_DTYPE,
                parameter,
                "needs whole numbers for %s but receives %s"
                    .formatted(parameter, lengths.dtype().torchName()))
            .input(lengths, "long");
      }
    }
    if (call.fails(count, Relation.EQ, batch)) {
      call.problem(
          ProblemId.LOSS_SHAPE,
          parameter,
          "needs " + batch + " " + parameter + ", one for each sample, but receives " + count);
    }
  }
}
