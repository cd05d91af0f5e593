/*
Why: Loops are followed step by step while compiling, up to 10,000 steps each, and a value holds up to a million items; a Python file is read up to
a million characters.

Repair: Give the loop a condition that ends it, or write what it computes as one operation.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12, 10})
@Forward("""
    i = 0
    while i < 3:
        x = relu(x)
    return x
    """)
class Model {}
