/*
Why: Dropout1d, 2d and 3d strike out whole channels of a map. On a tensor without a map PyTorch warns at run time, or takes the batch for the channels and strikes
out whole samples.

Repair: Use Dropout behind a Linear, and the number of the map's axes elsewhere.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Dropout2d;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.ReLU;

@Input(20)
class Model {
  @Linear(in = 20, out = 12) @ReLU Object fc1;
  @Dropout2d(0.25) Object drop;
  @Linear(in = 12, out = 7) Object fc2;
}
