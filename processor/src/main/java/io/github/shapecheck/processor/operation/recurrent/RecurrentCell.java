package io.github.shapecheck.processor.operation.recurrent;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;

/**
 * One step of a recurrent network: {@code RNNCell}, {@code LSTMCell}, {@code GRUCell}. Rules
 * recurrent-cell-1 to recurrent-cell-4.
 *
 * @param gates how many maps the cell has: 1, 4 or 3
 */
public record RecurrentCell(int gates) implements Rule {
  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "input_size", 0); // recurrent-cell-1
    Spatial.requireAtLeast(call, "hidden_size", 0);
  }

  @Override
  public Weights weights(Call call) {
    Dim hidden = call.dim("hidden_size");
    Dim rows = hidden.times(gates);
    boolean bias = call.flag("bias");
    return Weights.start()
        .add("weight_ih", rows, call.dim("input_size"))
        .add("weight_hh", rows, hidden)
        .addIf(bias, "bias_ih", rows)
        .addIf(bias, "bias_hh", rows);
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() != 1 && input.rank() != 2) { // recurrent-cell-2
      throw call.refuse(
          ProblemId.RANK,
          null,
          "needs 1 axis (unbatched) or 2 axes (batched) but receives " + Axes.of(input.shape()));
    }
    Elements.requireFloating(call, input);
    Dim in = call.dim("input_size");
    States.checkInput(call, in, input.dim(-1)); // recurrent-cell-3
    Dim hidden = call.dim("hidden_size");
    Shape state = input.shape().with(-1, hidden);
    States.check(call, state, gates == 4 ? state : null); // recurrent-cell-4
    call.macs(hidden.times(gates).times(in.plus(hidden)));
    Tensor output = input.as(state);
    return gates == 4 ? Value.Sequence.tuple(output, output) : output;
  }
}
