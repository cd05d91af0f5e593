/*
Why: A Linear multiplies the last axis only. Right behind a convolution or a pool that is the width of the map, so every row of every channel is mapped by itself: it
fits because the width happens to be the declared `in`, and the Flatten in front was most likely forgotten.

Repair: Put a `@Flatten` in front and take the number of features that it gives. If the channels are meant, permute them to the end first.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.ReLU;

@Input({3, 24, 31})
class Model {
  @Conv2d(in = 3, out = 8, k = 5) @ReLU Object conv;
  @Linear(in = 27, out = 10) Object fc;
}
