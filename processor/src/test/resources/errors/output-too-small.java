/*
Why: A pool whose window does not fit on the map even once would give a map without cells. It is the usual end of one pooling too many.

Repair: Drop a pooling, make the window smaller, or take a larger input.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.MaxPool2d;

@Input({3, 32, 3})
class Model {
  @MaxPool2d(2) Object pool1;
  @MaxPool2d(2) Object pool2;
}
