/*
Why: PyTorch carries on when a view into rows of 640 happens to cut every sample into four: the rows mix the batch with a part of the channels.

Repair: Flatten what belongs to a sample, and keep the batch.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({640, 2, 2})
@Forward("""
    x = x.view(-1, 640)
    return fc(x)
    """)
class Model {
  @Linear(in = 640, out = 10) Object fc;
}
