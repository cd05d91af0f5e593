import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

/** What another library makes of tensors is told where it is returned. */
class ReturnedUnknown {
  @Input({4})
  @Forward("import scipy\ny = fc(x)\nreturn scipy.ndimage.rotate(y)") // LINT: "import scipy\ny = fc(x)\nreturn scipy.ndimage.rotate(y)" [unchecked] the shape of what the forward pass gives is not known while compiling: nothing behind it is checked
  static class Model {
    @Linear(in = 4, out = 7)
    Object fc;
  }
}
