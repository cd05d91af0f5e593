/*
Why: A linear layer multiplies the last axis by a matrix with `in` rows, so the last axis must have exactly `in` values. After convolutions that axis is
channels * height * width, and every change of a kernel, a stride or the input's size changes it.

Repair: Take the number that arrives, or an input of a size that gives the number you have. A map that should have been flattened first needs a `@Flatten`.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Flatten;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.MaxPool2d;

@Input({3, 32, 24})
class Model {
  @Conv2d(in = 3, out = 8, k = 5) Object conv;
  @MaxPool2d(2) @Flatten Object pool;
  @Linear(in = 8 * 14 * 14, out = 10) Object fc;
}
