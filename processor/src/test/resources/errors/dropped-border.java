/*
Why: Windows that do not end with the map leave its last rows or columns unread: the network is blind there, and shifting the picture by one pixel changes
what it sees. The lint speaks from a twentieth of the map on; a column of 224 is no loss, one of 7 is a seventh of the picture. What another branch reads is not
lost, and the gaps between the windows of a 1x1 convolution with stride 2 are on purpose.

Repair: Pad, round up with `ceilMode = true`, or choose an input whose sizes come out even; the message gives the two nearest.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.MaxPool2d;
import io.github.shapecheck.nn.ReLU;

@Input({3, 14, 20})
class Model {
  @Conv2d(in = 3, out = 8, k = 3, p = 1) @ReLU Object conv;
  @MaxPool2d(k = 4) Object pool;
}
