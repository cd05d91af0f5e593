/*
Why: Each letter is one axis, of one size wherever it appears.

Repair: Give axes of different sizes different letters, and each tensor as many letters as it has axes.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

@Input({8, 12})
@Forward("""
    return torch.einsum("nij,njk->nik", x, x)
    """)
class Model {}
