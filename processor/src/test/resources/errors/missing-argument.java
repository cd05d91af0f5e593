/*
Why: A parameter without a default was left out.

Repair: Give it.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12, 10})
@Forward("""
    return unsqueeze(x)
    """)
class Model {}
