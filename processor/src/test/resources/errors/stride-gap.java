/*
Why: A stride beyond the kernel, or a stride and a dilation with a common factor, leaves rows and columns between the windows that nothing ever reads. Kernels of 1
are left alone: that is how ResNet thins out its shortcuts.

Repair: Use a stride of at most the kernel, and with dilation a stride of 1.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 26, 31})
class Model {
  @Conv2d(in = 3, out = 8, k = 2, s = {3, 2}) Object conv;
}
