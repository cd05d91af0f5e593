package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

/** Tensors that are picked or counted by a tensor's values may be right, and nobody knows. */
class PickedByValues {
  @Input({6, 9})
  @Forward("l = [x, x[:, :3]]\nreturn fc(l[int(x.sum())])") // LINT: "l = [x, x[:, :3]]\nreturn fc(l[int(x.sum())])" [unchecked] the shape of what fc gives is not known while compiling: nothing behind it is checked
  static class OneOfAList {
    @Linear(in = 9, out = 2)
    Object fc;
  }

  @Input({6, 9})
  @Forward("l = [fc(x) for i in range(int(x.sum()))]\nreturn torch.stack(l, 1)") // LINT: "l = [fc(x) for i in range(int(x.sum()))]\nreturn torch.stack(l, 1)" [unchecked] the shape of what stack gives is not known while compiling: nothing behind it is checked
  static class Counted {
    @Linear(in = 9, out = 2)
    Object fc;
  }

  /** One of some numbers is a number. */
  @Input({6, 9})
  @Forward("n = [3, 5][x.argmax()]\nreturn fc(x[:, :, :n])")
  static class OneOfNumbers {
    @Linear(in = 9, out = 2) // BUG: 9 [linear-in] fc expects 9 features but receives min(any_1, 9); that fails for any_1 = 1, as a tensor's values may be
    Object fc;
  }

  @Input(value = {6, -1}, where = "L % 4 == 0")
  @Forward("ys = [fc(p) for p in x.split(4, 2)]\nreturn torch.cat(ys, 2)")
  static class Pieces {
    @Linear(in = 3, out = 2) // BUG: 3 [linear-in] fc expects 3 features but receives 4
    Object fc;
  }
}
