/*
Why: squeeze() drops every axis of one, and a batch of one is such an axis: in evaluation with single samples, or at the end of an epoch, the result has an axis less
than everywhere else.

Repair: Name the axis that is meant.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input(20)
@Forward("return fc(x).squeeze()")
class Model {
  @Linear(in = 20, out = 1) Object fc;
}
