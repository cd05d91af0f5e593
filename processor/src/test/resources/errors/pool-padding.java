/*
Why: A pool that pads more than half its kernel would have windows without any real cell. PyTorch allows at most half of the kernel, not counting dilation.

Repair: Less padding, or a larger kernel.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.MaxPool2d;

@Input({3, 32, 24})
class Model {
  @MaxPool2d(k = 3, s = 2, p = 2) Object pool;
}
