/*
Why: A window that lies in the padding altogether computes the bias and nothing else: the map grows by a frame of constants. Most often a kernel was reduced to 1
and its padding forgotten.

Repair: Pad at most the kernel's span less 1: nothing for a kernel of 1, 1 for 3 if the size is to stay.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 24, 31})
class Model {
  @Conv2d(in = 3, out = 8, k = 1, p = 1) Object conv;
}
