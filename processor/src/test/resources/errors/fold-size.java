/*
Why: Folding lays blocks of `channels * k * k` values over a map of the given size; their number and their length must be those that unfolding that map gives.

Repair: Give the size of the map that was unfolded, and the same kernel, stride, padding and dilation.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Fold;

@Input({27, 100})
class Model {
  @Fold(size = {12, 13}, k = 3) Object fold;
}
