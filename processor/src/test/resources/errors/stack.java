/*
Why: What is stacked along a new axis must be of one shape.

Repair: Take `cat` for tensors that differ along the axis.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({8, 12})
@Forward("""
    return torch.stack([x, fc(x)], dim=1)
    """)
class Model {
  @Linear(in = 12, out = 16) Object fc;
}
