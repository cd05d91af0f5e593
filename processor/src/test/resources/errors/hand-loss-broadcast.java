/*
Why: [N, 1] against [N] broadcasts to [N, N]: every output is compared with every label, and the mean of that is small when all outputs are the mean of the labels. The
losses of torch.nn warn about it; the operators do not.

Repair: Give both the same shape: `out.squeeze(1)`, or labels of shape {1}.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input(20)
@Input(value = {}, name = "y")
@Forward("""
    out = fc(x)
    return ((out - y) ** 2).mean()
    """)
class Model {
  @Linear(in = 20, out = 1) Object fc;
}
