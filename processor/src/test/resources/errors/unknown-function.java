/*
Why: What is called is neither a field of the class nor a function of PyTorch that shapecheck knows.

Repair: The message gives the nearest name that is known.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
@Forward("""
    return rellu(conv(x))
    """)
class Model {
  @Conv2d(in = 3, out = 8, k = 5) Object conv;
}
