/*
Why: An axis of n values has the indices 0 to n - 1, which are also called -n to -1.

Repair: Take an index that exists for every admissible size.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12, 10})
@Forward("""
    return x[:, 8]
    """)
class Model {}
