/*
Why: An argument is not of the kind that its parameter takes, or of a value that it cannot have.

Repair: The message says what is expected.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12, 10})
@Forward("""
    return cat(x, dim=1)
    """)
class Model {}
