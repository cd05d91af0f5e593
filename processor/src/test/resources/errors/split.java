/*
Why: The parts must add up to the axis.

Repair: The message gives both numbers.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12})
@Forward("""
    a, b = torch.split(x, [3, 4], dim=1)
    return a
    """)
class Model {}
