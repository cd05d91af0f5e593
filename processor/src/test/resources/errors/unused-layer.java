/*
Why: A layer that the forward pass never mentions is stored and counted but gets no gradient, and distributed training stops at it. Mostly a dropout or a layer behind an
`if` was forgotten. Losses are left alone: training code applies them. In a Python file a layer counts as unused where it is not run and its name stands nowhere else.

Repair: Apply it in `@Forward`, or remove it.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input(20)
@Forward("return fc1(x)")
class Model {
  @Linear(in = 20, out = 12) Object fc1;
  @Linear(in = 12, out = 7) Object fc2;
}
