/*
Why: A single value has all the probability: softmax gives 1, log_softmax and the cross entropy of one class give 0, and attention to a single key ignores the query.
Nothing is learned, and the loss looks perfect.

Repair: Use sigmoid with BCEWithLogitsLoss for one score, or two classes. Give attention a sequence of several steps.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.Softmax;

@Input(20)
class Model {
  @Linear(in = 20, out = 1) Object fc;
  @Softmax(dim = 1) Object softmax;
}
