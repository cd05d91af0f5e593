/*
Why: Dropout behind the last layer sets scores to 0 at random, that of the right class too: the loss punishes what the model knows.

Repair: Put the dropout in front of the last layer.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Dropout;
import io.github.shapecheck.nn.Linear;

@Input(20)
@Forward("return log_softmax(drop(fc(x)), dim=1)")
class Model {
  @Linear(in = 20, out = 7) Object fc;
  @Dropout(0.4) Object drop;
}
