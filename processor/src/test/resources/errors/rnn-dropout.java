/*
Why: The dropout of a recurrent layer acts between its layers, and not behind the last. With one layer it does nothing, and PyTorch warns at run time.

Repair: Use two layers, or put a `@Dropout` on what comes out.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.LSTM;

@Input({9, 12})
class Model {
  @LSTM(in = 12, hidden = 20, dropout = 0.3, batchFirst = true) Object lstm;
}
