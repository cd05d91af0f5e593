/*
Why: The state of a recurrent layer is `[layers * directions, N, hidden]`, the batch second even with `batchFirst`.

Repair: Make it of that shape, or leave it out: it is zero then.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.GRU;

@Input({12, 40})
@Input(value = {64}, name = "h")
@Forward("""
    out, h = gru(x, h.unsqueeze(0))
    return out
    """)
class Model {
  @GRU(in = 40, hidden = 64, layers = 2, batchFirst = true) Object gru;
}
