/*
Why: A tensor's values decide which way the forward pass goes. Both ways are checked, and where they meet again what is read further on must have one shape.

Repair: Give both ways the same shape, or return from one of them what the model returns.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({7, 20})
@Forward("""
    y = x
    if x.mean() > 0:
        y = x.transpose(1, 2)
    return y.flatten(1)
    """)
class Model {}
