/*
Why: A recurrent layer multiplies each element of the sequence by a matrix of `in` columns, so the last axis must have `in` values.

Repair: Take the size of what the sequence is made of. Mind that without `batchFirst` the axes are time, batch, features.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.LSTM;

@Input({12, 40})
@Forward("""
    out, (h, c) = lstm(x)
    return out
    """)
class Model {
  @LSTM(in = 32, hidden = 64, batchFirst = true) Object lstm;
}
