/*
Why: Only axes of size 1 can be expanded, and new ones in front.

Repair: Take `repeat` to repeat an axis that has more than one value.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12})
@Forward("""
    return x.expand(-1, 16, 12)
    """)
class Model {}
