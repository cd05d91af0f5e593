/*
Why: The rows of the left factor must be as long as the columns of the right one.

Repair: Transpose one of them.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12})
@Forward("""
    return x @ x
    """)
class Model {}
