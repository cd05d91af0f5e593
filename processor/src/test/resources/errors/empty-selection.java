/*
Why: How many values a mask chooses, or `nonzero` finds, is known at run time only, and it may be none. Most layers take a tensor without values and give one; a
maximum, an item, a time series or a view with -1 beside a size of 0 refuses it. What follows is checked for every number from 1 on, and this warning
names the first place that fails for none.

Repair: Ask before, `if mask.any():` or `if y.numel() > 0:`, or use what has a result without values: a sum, a mean.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({6, 10})
@Forward("return fc(x)[x[:, :, 0] > 0].amax(0)")
class Model {
  @Linear(in = 10, out = 4) Object fc;
}
