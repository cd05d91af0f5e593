/*
Why: The forward pass raises an exception, or an assertion does not hold, for every input that the model admits: PyTorch would stop there.

Repair: Change the number or the shape that the condition in front of it asks about.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12, 10})
@Forward("""
    if x.shape[1] % 16 != 0:
        raise ValueError("channels must be a multiple of 16")
    return x
    """)
class Model {}
