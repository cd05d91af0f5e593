/*
Why: A softmax along the batch makes the samples compete: the probabilities of one class sum to 1 over the batch, and a sample's result depends on who else is in it.
Without `dim` PyTorch takes axis 0 for tensors of one or three axes.

Repair: Name the axis of the classes: 1, or -1 for the last.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input(20)
@Forward("return softmax(fc(x), dim=0)")
class Model {
  @Linear(in = 20, out = 7) Object fc;
}
