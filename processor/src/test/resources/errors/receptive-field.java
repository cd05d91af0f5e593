/*
Why: A kernel that is larger than the map under it has cells that fall into the padding at every position: their weights are stored, multiplied and never learn
anything. It happens where a network for large pictures gets small ones: after five halvings 32 pixels are one. The receptive field of a whole network may exceed its
input, as ResNet-50's does; the lint looks at single layers only.

Repair: Give the model a larger input, take out a stride or a pool in front, or use a smaller kernel.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.MaxPool2d;
import io.github.shapecheck.nn.ReLU;

@Input({3, 16, 24})
class Model {
  @Conv2d(in = 3, out = 8, k = 3, s = 2, p = 1) @ReLU @MaxPool2d({8, 12}) Object stem;
  @Conv2d(in = 8, out = 12, k = 3, p = 1) Object conv;
}
