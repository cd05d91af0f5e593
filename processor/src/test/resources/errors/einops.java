/*
Why: An axis is split only into parts whose product is its size, and a pattern says of every axis that arrives where it goes.

Repair: Give the axis a length that divides it, or correct the pattern.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({3, 30, 28})
@Forward("""
    return rearrange(x, "b c (h p) (w q) -> b (h w) (p q c)", p=4, q=4)
    """)
class Model {}
