/*
Why: A score tells how likely a class is, and unlikely classes have negative ones. Behind a ReLU they are all 0 and get no gradient: a class that falls below 0 for all
samples never comes back.

Repair: Leave the last layer without an activation.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input(20)
@Forward("return log_softmax(relu(fc(x)), dim=1)")
class Model {
  @Linear(in = 20, out = 7) Object fc;
}
