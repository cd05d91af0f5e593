/*
Why: cross_entropy and the losses with logits apply softmax or sigmoid themselves. Applied twice, the scores lie between 0 and 1, the loss cannot come near 0, and the
gradients are small: the model trains, but slowly and badly.

Repair: Give the loss the scores of the last layer, and apply softmax where probabilities are wanted.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input(20)
@Input(value = {}, name = "y", dtype = long.class)
@Forward("""
    p = softmax(fc(x), dim=1)
    return cross_entropy(p, y)
    """)
class Model {
  @Linear(in = 20, out = 7) Object fc;
}
