/*
Why: The names on the left must be as many as the values on the right.

Repair: Count what the right side gives: an LSTM two, of which the second is again two.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.LSTM;

@Input({12, 40})
@Forward("""
    out, h, c = lstm(x)
    return out
    """)
class Model {
  @LSTM(in = 40, hidden = 64, batchFirst = true) Object lstm;
}
