/*
Why: What is laid side by side along one axis must agree in all others.

Repair: Crop or pad the larger one, or make the sizes of the input such that both agree.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({8, 12, 10})
@Forward("""
    return torch.cat([x, conv(x)], dim=1)
    """)
class Model {
  @Conv2d(in = 8, out = 16, k = 3) Object conv;
}
