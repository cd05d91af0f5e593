/*
Why: A linear map of a linear map is a linear map: the second layer adds weights but nothing that the first could not do. Dropout between them does not change that.
A waist narrower than both ends is a factorization, which saves weights, and passes.

Repair: Put an activation between them, or leave one out.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input(20)
class Model {
  @Linear(in = 20, out = 64) Object fc1;
  @Linear(in = 64, out = 10) Object fc2;
}
