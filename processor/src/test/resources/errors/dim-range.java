/*
Why: A tensor of rank r has the axes 0 to r - 1, which are also called -r to -1.

Repair: Mind the batch, which is axis 0.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12, 10})
@Forward("""
    return softmax(x, dim=4)
    """)
class Model {}
