/*
Why: The indices of a pool count the places of the map that it read. A pool over 13 columns that rounds up makes 7, and unpooling makes 14 of them: every index behind the
first row stands for another place. Where the map becomes smaller, the last indices lie outside, and PyTorch refuses some inputs.

Repair: Give the unpooling the size of the map that was pooled: `unpool(x, i, output_size=size)`.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.MaxPool2d;
import io.github.shapecheck.nn.MaxUnpool2d;

@Input({3, 8, 13})
@Forward("""
    y, i = pool(x)
    return unpool(y, i)
    """)
class Model {
  @MaxPool2d(k = 2, ceilMode = true, returnIndices = true) Object pool;
  @MaxUnpool2d(k = 2) Object unpool;
}
