/*
Why: nll_loss and kl_div want logarithms of probabilities, binary_cross_entropy wants probabilities. Raw scores, or probabilities where logarithms are due, give a number
that falls but means nothing, and binary_cross_entropy fails at the first score outside 0 to 1.

Repair: Put log_softmax or sigmoid in between, or use cross_entropy or binary_cross_entropy_with_logits.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input(20)
@Input(value = {}, name = "y", dtype = long.class)
@Forward("return nll_loss(fc(x), y)")
class Model {
  @Linear(in = 20, out = 7) Object fc;
}
