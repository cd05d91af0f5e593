/*
Why: A single value less its own mean is 0: a LayerNorm over an axis of one, or a GroupNorm with one value to each group, forgets everything that came in and gives
its bias.

Repair: Normalize the axes that hold the features, or use fewer groups.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.LayerNorm;
import io.github.shapecheck.nn.Linear;

@Input({12, 5})
class Model {
  @Linear(in = 5, out = 1) @LayerNorm(1) Object score;
}
