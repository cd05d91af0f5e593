/*
Why: How many tensors a list holds is known at run time only, when a free axis is cut into pieces. What is done with all of them alike (cat, stack, an item, a slice) is
followed; what treats each in its own way is not, and then nothing is said of what comes behind.

Repair: Give the axis a size, or join the pieces by cat or stack.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({6, -1})
@Forward("return fc(torch.hstack(x.split(2, dim=2)))")
class Model {
  @Linear(in = 20, out = 1) Object fc;
}
