/*
Why: A batch or instance normalization subtracts the mean of every channel, and with it whatever constant was added to the channel just before. The bias gets
gradients of zero, costs memory, and weight decay pulls at it for nothing.

Repair: Write `bias = false`; the normalization has a bias of its own.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.ReLU;

@Input({3, 24, 31})
class Model {
  @Conv2d(in = 3, out = 8, k = 3) Object conv;
  @BatchNorm2d(8) @ReLU Object norm;
}
