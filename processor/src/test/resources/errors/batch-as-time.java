/*
Why: Recurrent and attention layers want the time first, [T, N, features], unless told `batchFirst = true`. Given [N, T, features] they run all the same: the samples
of a batch become the steps of a sequence and influence each other, and nothing but the result is wrong. So does a tensor of two axes, which is one sequence
without a batch.

Repair: Write `batchFirst = true`, or declare the input with `batchAxis = 1` if the time does come first. A feature vector needs an axis of time: `x.unsqueeze(1)`.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.LSTM;

@Input({9, 12})
class Model {
  @LSTM(in = 12, hidden = 20) Object lstm;
}
