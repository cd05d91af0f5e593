/*
Why: A normalization over channels holds one mean and one scale for each, so it must be made for as many as arrive.

Repair: Take the number of the layer in front, or leave the number out: it is inferred.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
class Model {
  @Conv2d(in = 3, out = 8, k = 5, bias = false) Object conv;
  @BatchNorm2d(16) Object norm;
}
