/*
Why: A view counts the same numbers off in the same order, it moves none. A view that exchanges two axes, or brings the batch from one place to another, therefore
fills the new rows with pieces of several old ones. Nothing fails, and nothing learns.

Repair: Use transpose or permute to exchange axes, and view only to split or merge neighbours.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({12, 9})
@Forward("""
    x = x.view(-1, 9, 12)
    return fc(x)
    """)
class Model {
  @Linear(in = 12, out = 7) Object fc;
}
