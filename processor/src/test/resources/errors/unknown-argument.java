/*
Why: A function has no parameter of that name. Names are PyTorch's.

Repair: The message gives the nearest name that is known.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12, 10})
@Forward("""
    return softmax(x, axs=1)
    """)
class Model {}
