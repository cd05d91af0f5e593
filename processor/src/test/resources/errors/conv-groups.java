/*
Why: A grouped convolution splits its input and its output channels into `groups` equal parts, so `groups` must divide both.

Repair: Take a number of groups that divides both, or change the channels.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({10, 32, 24})
class Model {
  @Conv2d(in = 10, out = 15, k = 3, groups = 4) Object conv;
}
