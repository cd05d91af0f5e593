/*
Why: Kernels, strides, dilations, groups and numbers of channels count something, so they are at least 1 (padding at least 0).

Repair: A number that counts something.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
class Model {
  @Conv2d(in = 3, out = 8, k = 5, s = 0) Object conv;
}
