/*
Why: A layer norm holds one weight for each value of the axes that it normalizes over, which are the last ones; they must be exactly those that arrive.

Repair: Give the sizes of the last axes.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.LayerNorm;

@Input({10, 24})
class Model {
  @LayerNorm({24, 10}) Object norm;
}
