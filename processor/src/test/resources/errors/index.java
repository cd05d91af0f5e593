/*
Why: An index of that kind does not fit what is indexed.

Repair: Take at most one index per axis.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12})
@Forward("""
    return x[:, 0, 0, 0]
    """)
class Model {}
