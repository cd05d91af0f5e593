/*
Why: How many tensors a list holds is known at run time only, when a free axis is cut into pieces. What is done with all of them alike (cat, stack, an item, a slice) is
followed, and so is a loop over what is a few pieces at most (`chunk`) or whose pieces are all alike (`unbind`); of a loop whose last piece may be smaller, or
whose steps do not leave the same shapes, nothing is known, and then nothing is said of what comes behind. Nothing is known either where
a tensor's values say which tensor of a list is picked (`l[int(x.sum())]`) or how many it has (`range(int(x.sum()))`).

Repair: Give the axis a size, or join the pieces by cat or stack.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({6, -1})
@Forward("return fc(torch.cat([relu(p) for p in x.split(2, dim=2)], dim=2))")
class Model {
  @Linear(in = 20, out = 1) Object fc;
}
