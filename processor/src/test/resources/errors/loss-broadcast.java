/*
Why: PyTorch would broadcast [N, 1] against [N] to [N, N] and train on nonsense with no more than a warning.

Repair: Bring both to one shape: `squeeze(1)` the predictions, or declare the labels with an axis of 1.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({12})
@Input(value = {}, name = "y")
@Forward("""
    return mse_loss(fc(x), y)
    """)
class Model {
  @Linear(in = 12, out = 1) Object fc;
}
