/*
Why: A step that gives several results, such as a recurrent layer, was passed on as if it gave one.

Repair: Take it apart: `out, (h, c) = lstm(x)`, or `lstm(x)[0]`.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.LSTM;
import io.github.shapecheck.nn.Linear;

@Input({12, 40})
@Forward("""
    x = lstm(x)
    return fc(x)
    """)
class Model {
  @LSTM(in = 40, hidden = 64, batchFirst = true) Object lstm;
  @Linear(in = 64, out = 10) Object fc;
}
