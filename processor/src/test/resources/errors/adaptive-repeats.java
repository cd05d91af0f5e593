/*
Why: An adaptive pool is meant to make a map smaller. Asked for more cells than it gets, it repeats them, and the layers behind learn a weight for every copy: VGG and
AlexNet do so for 32x32 images, whose last map is 1x1 and becomes 7x7.

Repair: Give the model a larger input, or pool to the size that the map really has and make the next layer smaller.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.AdaptiveAvgPool2d;
import io.github.shapecheck.nn.Flatten;
import io.github.shapecheck.nn.Linear;

@Input({8, 4, 3})
class Model {
  @AdaptiveAvgPool2d({6, 5}) @Flatten Object pool;
  @Linear(in = 8 * 6 * 5, out = 10) Object fc;
}
