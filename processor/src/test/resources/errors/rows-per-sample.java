/*
Why: An output of several rows for each sample fits no labels of N samples. It is right for pixels or tokens as samples of their own, if the loss takes them so; a loss
in the forward pass that does silences the lint.

Repair: Keep the batch in front: `x.view(x.size(0), -1)`. If the rows are meant, silence the lint, or give the labels as an input and compute the loss.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({9, 12})
@Forward("""
    x = x.reshape(-1, 12)
    return fc(x)
    """)
class Model {
  @Linear(in = 12, out = 7) Object fc;
}
