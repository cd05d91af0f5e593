/*
Why: Unpooling puts each value back to where its maximum was; the size that is asked for must be one that the pooling could have come from.

Repair: Pass the size of the map that was pooled.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.MaxPool2d;
import io.github.shapecheck.nn.MaxUnpool2d;

@Input({3, 12, 20})
@Forward("""
    x, indices = pool(x)
    return unpool(x, indices, output_size=(16, 20))
    """)
class Model {
  @MaxPool2d(k = 2, returnIndices = true) Object pool;
  @MaxUnpool2d(k = 2) Object unpool;
}
