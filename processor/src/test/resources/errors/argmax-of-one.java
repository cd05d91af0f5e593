/*
Why: The largest of one value is at index 0, always: the model predicts class 0 whatever it sees.

Repair: Compare the score with a threshold, or take the argmax along the axis of the classes.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input(20)
@Forward("return fc(x).argmax(dim=1)")
class Model {
  @Linear(in = 20, out = 1) Object fc;
}
